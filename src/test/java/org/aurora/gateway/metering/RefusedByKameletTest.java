package org.aurora.gateway.metering;

import static org.assertj.core.api.Assertions.assertThat;

import org.aurora.gateway.pricing.Cost;
import org.aurora.gateway.pricing.UnpricedReason;
import org.aurora.gateway.testing.Caller;
import org.aurora.gateway.testing.RecordedUsage;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.ScriptedProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Integrators' refusals, and what the record says of the cost. */
class RefusedByKameletTest {
    private static final String KAMELET = """
            apiVersion: camel.apache.org/v1
            kind: Kamelet
            metadata:
              name: openai-provider
            spec:
              definition: { title: Strict, type: object }
              template:
                from:
                  uri: kamelet:source
                  steps:
                    - to:
                        uri: upstream:relay
                    - to:
                        uri: kamelet:refuse-action
                        parameters: { status: 422, code: filtered, message: "Not in this house." }
            """;
    private static final String HOOK = """
            - route:
                id: closed
                from:
                  uri: direct:on-request-resolved
                  steps:
                    - to:
                        uri: kamelet:refuse-action
                        parameters: { status: 429, code: closed, message: "It's closed; come back." }
            """;

    private final ScriptedProvider provider = ScriptedProvider.start();
    private final String id = RecordedUsage.newRequestId();

    @AfterEach
    void stop() {
        provider.close();
    }

    private int chat(String file, String content) throws Exception {
        provider.answersJson(Metered.ANSWER);
        RunningGateway.Setup setup = RecordedUsage.in(Metered.setup(provider)).file(file, content);
        try (RunningGateway gateway = setup.start();
                Caller caller = Caller.of(gateway)) {
            caller.post(Metered.CHAT, "{\"model\":\"up/gpt-x\",\"messages\":[]}", "x-request-id: " + id);
            return caller.answer().status();
        }
    }

    /** The provider has answered, and charges: that must not count as nothing. */
    @Test
    void doesNotKnowWhatACallCostThatIsRefusedAfterItWasSent() throws Exception {
        assertThat(chat("custom/kamelets/openai-provider.kamelet.yaml", KAMELET))
                .isEqualTo(422);

        assertThat(provider.requests()).hasSize(1);
        assertThat(RecordedUsage.of(id).outcome().errorCode()).contains("filtered");
        assertThat(RecordedUsage.of(id).cost()).isEqualTo(new Cost.Unpriced(UnpricedReason.NO_USAGE));
    }

    @Test
    void chargesNothingForWhatAHookRefuses() throws Exception {
        assertThat(chat("custom/routes/closed.camel.yaml", HOOK)).isEqualTo(429);

        assertThat(provider.requests()).isEmpty();
        assertThat(RecordedUsage.of(id).outcome().errorCode()).contains("closed");
        assertThat(RecordedUsage.of(id).cost()).isEqualTo(new Cost.Uncharged());
    }
}
