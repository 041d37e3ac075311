package org.aurora.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.epoll.Epoll;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aurora.gateway.testing.NoLeaks;
import org.aurora.gateway.testing.TestUpstream;
import org.aurora.gateway.testing.UpstreamExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A pooled connection that the provider closes in the very moment in which a request is about to go out on it. The event
 * loop is held up meanwhile, so that it cannot know.
 */
@ExtendWith(NoLeaks.class)
class StaleConnectionTest {
    private static final String JSON = "{\"ok\":true}";

    /** What becomes of the second request when the first one's connection ends like that, unseen. */
    private static UpstreamAnswer afterItWas(TestUpstream.Script ended, boolean nativeTransport) throws Exception {
        GoodThenGone provider = new GoodThenGone(ended);
        try (TestUpstream upstream = TestUpstream.answering(provider);
                DirectClient client = new DirectClient(nativeTransport)) {
            client.sendAndWait(upstream);
            List<CompletableFuture<UpstreamAnswer>> second = new ArrayList<>();

            client.whileTheLoopIsBusy(() -> {
                provider.leave();
                second.add(client.send(upstream));
            });

            return second.get(0).get(10, TimeUnit.SECONDS);
        }
    }

    /** Answers every request; leaves the first one's connection when told to. */
    private static final class GoodThenGone implements TestUpstream.Script {
        private final TestUpstream.Script end;
        private final AtomicBoolean first = new AtomicBoolean(true);
        private final Semaphore leave = new Semaphore(0);
        private final Semaphore gone = new Semaphore(0);

        GoodThenGone(TestUpstream.Script end) {
            this.end = end;
        }

        void leave() throws InterruptedException {
            leave.release();
            assertThat(gone.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        }

        @Override
        public void answer(UpstreamExchange exchange) throws Exception {
            exchange.json(200, JSON);
            if (first.getAndSet(false)) {
                assertThat(leave.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
                end.answer(exchange);
                gone.release();
            }
        }
    }

    @Test
    void asksTheKernelWhetherTheProviderHasClosed() throws Exception {
        assumeThat(Epoll.isAvailable()).isTrue();

        assertThat(afterItWas(UpstreamExchange::close, true)).isInstanceOf(UpstreamAnswer.Whole.class);
    }

    @Test
    void asksTheKernelWhetherTheProviderHasReset() throws Exception {
        assumeThat(Epoll.isAvailable()).isTrue();

        assertThat(afterItWas(UpstreamExchange::reset, true)).isInstanceOf(UpstreamAnswer.Whole.class);
    }

    @Test
    void writesARequestOnceMoreThatCouldNotBeWritten() throws Exception {
        assertThat(afterItWas(UpstreamExchange::reset, false)).isInstanceOf(UpstreamAnswer.Whole.class);
    }

    @Test
    void neverRepeatsARequestThatMayHaveArrived() throws Exception {
        try (TestUpstream upstream = TestUpstream.answering(new FirstGoodThenGone());
                DirectClient client = new DirectClient(true)) {
            client.sendAndWait(upstream);

            UpstreamAnswer second = client.sendAndWait(upstream);

            assertThat(second).isEqualTo(new UpstreamAnswer.Failed(UpstreamFailure.LOST));
            upstream.takeRequest();
            upstream.takeRequest();
            assertThat(upstream.untakenRequests()).isZero();
        }
    }

    private static final class FirstGoodThenGone implements TestUpstream.Script {
        private boolean first = true;

        @Override
        public void answer(UpstreamExchange exchange) throws Exception {
            if (first) {
                first = false;
                exchange.json(200, JSON);
            } else {
                exchange.reset();
            }
        }
    }

    @Test
    void cutsNobodyElseWhenAnAnswerThatIsAllHereIsThrownAway() throws Exception {
        try (TestUpstream upstream = TestUpstream.answering(new StreamThenSilence());
                DirectClient client = new DirectClient(true)) {
            UpstreamAnswer.Streamed first = (UpstreamAnswer.Streamed) client.sendAndWait(upstream);
            await().until(first.body()::ended);
            CompletableFuture<UpstreamAnswer> second = client.send(upstream);
            upstream.takeRequest();
            UpstreamExchange waiting = upstream.takeRequest();

            first.body().close();

            client.whileTheLoopIsBusy(() -> {});
            waiting.json(200, JSON);
            assertThat(second.get(10, TimeUnit.SECONDS)).isInstanceOf(UpstreamAnswer.Whole.class);
            assertThat(upstream.connectionsMade()).isEqualTo(1);
        }
    }

    private static final class StreamThenSilence implements TestUpstream.Script {
        private boolean first = true;

        @Override
        public void answer(UpstreamExchange exchange) throws Exception {
            if (first) {
                first = false;
                exchange.beginEvents();
                for (int i = 0; i < 40; i++) {
                    exchange.chunk("data: " + i + "\n\n");
                }
                exchange.endChunks();
            }
        }
    }
}
