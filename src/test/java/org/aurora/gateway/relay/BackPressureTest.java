package org.aurora.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.aurora.gateway.testing.Caller;
import org.aurora.gateway.testing.NoLeaks;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Callers who read more slowly than upstream sends. */
@ExtendWith(NoLeaks.class)
class BackPressureTest {
    private static final String CHAT = "/v1/chat/completions";
    private static final String REQUEST = "{\"model\":\"up/gpt-x\",\"stream\":true}";
    private static final byte[] EVENT = ("data: " + "x".repeat(65_528) + "\n\n").getBytes(StandardCharsets.US_ASCII);
    private static final long MEGABYTE = 1024 * 1024;
    private static final Duration STALLED = Duration.ofMillis(400);

    private final AtomicLong pushed = new AtomicLong();

    private TestUpstream pushing(long limit) {
        return TestUpstream.answering(exchange -> {
            exchange.beginEvents();
            while (pushed.get() < limit) {
                exchange.chunk(EVENT);
                pushed.addAndGet(EVENT.length);
            }
            exchange.endChunks();
        });
    }

    /** True once upstream could push nothing for a while. */
    private void awaitStall() {
        AtomicLong last = new AtomicLong(-1);
        await().during(STALLED).atMost(Duration.ofSeconds(20)).until(() -> {
            long now = pushed.get();
            return now > 0 && last.getAndSet(now) == now;
        });
    }

    @Test
    void lowersUpstreamToThePaceOfACallerWhoDoesNotRead() throws Exception {
        try (TestUpstream upstream = pushing(Long.MAX_VALUE);
                RunningGateway gateway = RunningGateway.inFrontOf(upstream);
                Caller caller = Caller.of(gateway)) {
            caller.post(CHAT, REQUEST);
            caller.head();

            awaitStall();

            assertThat(pushed.get()).isLessThan(16 * MEGABYTE);
            caller.leave();
            await().untilAsserted(() -> {
                assertThat(upstream.openConnections()).isZero();
                assertThat(gateway.openCalls()).isZero();
            });
        }
    }

    @Test
    void losesNothingWhenTheCallerReadsOn() throws Exception {
        long all = 40 * MEGABYTE;
        try (TestUpstream upstream = pushing(all);
                RunningGateway gateway = RunningGateway.inFrontOf(upstream);
                Caller caller = Caller.of(gateway)) {
            caller.post(CHAT, REQUEST);
            caller.head();
            awaitStall();

            long received = 0;
            for (byte[] chunk = caller.chunk(); chunk.length > 0; chunk = caller.chunk()) {
                received += chunk.length;
            }

            assertThat(received).isEqualTo(pushed.get()).isGreaterThanOrEqualTo(all);
            assertThat(upstream.openConnections()).isEqualTo(1);
        }
    }

    @Test
    void doesNotTakeASlowCallerForASilentProvider() throws Exception {
        try (TestUpstream upstream = pushing(40 * MEGABYTE);
                RunningGateway gateway = RunningGateway.with(RunningGateway.yamlFor(upstream))
                        .property("aurora.upstream.silence-timeout", "500ms")
                        .start();
                Caller caller = Caller.of(gateway)) {
            caller.post(CHAT, REQUEST);
            caller.head();
            awaitStall();

            await().during(Duration.ofMillis(1200)).until(() -> upstream.openConnections() == 1);

            long received = 0;
            for (byte[] chunk = caller.chunk(); chunk.length > 0; chunk = caller.chunk()) {
                received += chunk.length;
            }
            assertThat(received).isEqualTo(pushed.get());
        }
    }
}
