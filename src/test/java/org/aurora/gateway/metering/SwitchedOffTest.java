package org.aurora.gateway.metering;

import static org.assertj.core.api.Assertions.assertThat;

import org.aurora.gateway.testing.Caller;
import org.aurora.gateway.testing.RecordedUsage;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.ScriptedProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SwitchedOffTest {
    private final ScriptedProvider provider = ScriptedProvider.start();

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void withoutRecordsAsksNothingTakesNothingOutAndSaysNoCost() throws Exception {
        RunningGateway.Setup setup = RecordedUsage.in(Metered.setup(provider)).environment("USAGE_ENABLED", "false");
        String id = RecordedUsage.newRequestId();
        try (RunningGateway gateway = setup.start();
                Caller caller = Caller.of(gateway)) {
            provider.answers(exchange -> {
                Metered.events(exchange, Metered.EVENT, Metered.LAST, Metered.DONE);
                exchange.endChunks();
            });
            caller.post(Metered.CHAT, Metered.streamed("regular"), "x-request-id: " + id);
            assertThat(caller.answer().text()).isEqualTo(Metered.EVENT + Metered.LAST + Metered.DONE);
            assertThat(provider.request().bodyText()).isEqualTo(Metered.streamed("gpt-x"));

            provider.answersJson(Metered.ANSWER);
            assertThat(caller.chat("regular").header("x-aurora-cost")).isEmpty();
        }
        assertThat(RecordedUsage.all(id)).isEmpty();
    }

    @Test
    void withoutTheHeaderRecordsAllTheSame() throws Exception {
        RunningGateway.Setup setup =
                RecordedUsage.in(Metered.setup(provider)).environment("USAGE_COST_HEADER", "false");
        String id = RecordedUsage.newRequestId();
        try (RunningGateway gateway = setup.start();
                Caller caller = Caller.of(gateway)) {
            provider.answersJson(Metered.ANSWER);
            caller.post(Metered.CHAT, "{\"model\":\"regular\"}", "x-request-id: " + id);
            assertThat(caller.answer().header("x-aurora-cost")).isEmpty();

            assertThat(RecordedUsage.of(id).cost().totalCost()).isPresent();
        }
    }
}
