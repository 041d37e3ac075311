package org.aurora.gateway.extending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.extending.Custom.chat;
import static org.aurora.gateway.extending.Custom.post;
import static org.aurora.gateway.extending.Custom.send;
import static org.aurora.gateway.extending.Custom.withKey;

import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whether the flow in place of the gateway's own runs is told by what it does otherwise: it asks one provider only. */
class ReplacedFlowTest {
    private static TestUpstream failing;
    private static TestUpstream working;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        failing = TestUpstream.answering(exchange -> exchange.json(500, "{\"error\":{}}"));
        working = TestUpstream.answeringJson("{\"model\":\"m\"}");
        String yaml = """
                providers:
                  failing: { type: vllm, base_url: "%s", models: [m] }
                  working: { type: vllm, base_url: "%s", models: [m] }
                aliases:
                  steady: { strategy: failover, targets: [ "failing/m", "working/m" ] }
                """.formatted(failing.baseUrl(), working.baseUrl());
        RunningGateway.Setup setup = RunningGateway.with(yaml)
                .property("camel.main.routes-exclude-pattern", "**/routes/chat-completions.camel.yaml");
        gateway =
                Custom.example(setup, "routes/acme-chat-completions.camel.yaml").start();
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        failing.close();
        working.close();
    }

    @Test
    void takesThePlaceOfTheGatewaysOwn() throws Exception {
        assertThat(send(withKey(chat(gateway, "steady"))).statusCode()).isEqualTo(500);
    }

    @Test
    void leavesTheOtherOperationsAlone() throws Exception {
        assertThat(send(withKey(post(gateway, "/v1/embeddings", "{\"model\":\"steady\"}")))
                        .statusCode())
                .isEqualTo(200);
    }
}
