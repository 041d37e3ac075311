package org.aurora.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.stream.Collectors;
import org.aurora.gateway.testing.Caller;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.aurora.gateway.testing.UpstreamExchange;
import org.junit.jupiter.api.Test;

class ThreadsTest {
    private static final int BAD_DAYS = 20;

    /** Threads of the gateway: not the tests' own, nor what libraries keep for the process and make when needed. */
    private static Set<Thread> alive() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().equals("test-upstream"))
                .filter(thread -> !thread.getName().startsWith("awaitility"))
                .filter(thread -> !thread.getName().startsWith("parallel-"))
                .filter(thread -> !thread.getName().startsWith("globalEventExecutor"))
                .collect(Collectors.toSet());
    }

    /** The same without those that timers and pools of the gateway begin in their own time. */
    private static Set<Thread> ofCalls() {
        return alive().stream()
                .filter(thread -> !thread.getName().startsWith("Camel ("))
                .filter(thread -> !thread.getName().startsWith("settings"))
                .collect(Collectors.toSet());
    }

    private static void haveBadDays(int days) throws Exception {
        try (TestUpstream upstream = TestUpstream.answering(UpstreamExchange::reset);
                RunningGateway gateway = RunningGateway.inFrontOf(upstream);
                Caller caller = Caller.of(gateway)) {
            Set<Thread> begun = Set.of();
            for (int day = 0; day < days; day++) {
                assertThat(caller.chat("up/gpt-x").status()).isEqualTo(502);
                begun = day == 0 ? ofCalls() : begun;
            }
            assertThat(begun).containsAll(ofCalls());
        }
    }

    @Test
    void areNeitherAddedByBadDaysNorLeftBehind() throws Exception {
        haveBadDays(1);
        Set<Thread> before = alive();

        haveBadDays(BAD_DAYS);

        await().untilAsserted(() -> assertThat(before).containsAll(alive()));
    }
}
