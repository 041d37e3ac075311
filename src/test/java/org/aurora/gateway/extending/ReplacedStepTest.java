package org.aurora.gateway.extending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.extending.Custom.chat;
import static org.aurora.gateway.extending.Custom.get;
import static org.aurora.gateway.extending.Custom.send;

import java.net.http.HttpResponse;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplacedStepTest {
    private final TestUpstream upstream = TestUpstream.answeringJson("{\"model\":\"gpt-x\"}");

    @AfterEach
    void stop() throws Exception {
        upstream.close();
    }

    private RunningGateway.Setup with(String step) {
        RunningGateway.Setup setup = RunningGateway.with(RunningGateway.yamlFor(upstream))
                .property("aurora.step.authenticate", "direct:" + step);
        return Custom.example(setup, "routes/" + step + ".camel.yaml");
    }

    @Test
    void believesTheProxyThatAuthenticated() throws Exception {
        try (RunningGateway gateway = Custom.example(
                        with("acme-authenticate"), "routes/acme-upstream-header.camel.yaml")
                .start()) {
            HttpResponse<String> answer = send(chat(gateway, "up/gpt-x").header("x-acme-user", "ada"));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(upstream.takeRequest().header("x-acme-caller")).contains("ada");
        }
    }

    @Test
    void refusesACallerTheProxyDidNotName() throws Exception {
        try (RunningGateway gateway = with("acme-authenticate").start()) {
            HttpResponse<String> answer = send(Custom.withKey(chat(gateway, "up/gpt-x")));

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("missing_api_key");
            assertThat(upstream.untakenRequests()).isZero();
        }
    }

    @Test
    void refusesANameThatCannotBeKept() throws Exception {
        try (RunningGateway gateway = with("acme-authenticate").start()) {
            HttpResponse<String> answer = send(get(gateway, "/v1/models").header("x-acme-user", "a".repeat(257)));

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("invalid_api_key");
        }
    }

    @Test
    void givesANamedCallerNoMoreThanEverybodysRights() throws Exception {
        try (RunningGateway gateway = with("acme-authenticate")
                .environment("MODELS_ENABLED_BY_DEFAULT", "false")
                .start()) {
            HttpResponse<String> answer = send(chat(gateway, "up/gpt-x").header("x-acme-user", "master"));

            assertThat(answer.statusCode()).isEqualTo(403);
        }
    }

    @Test
    void letsEveryoneInWithWhateverKey() throws Exception {
        try (RunningGateway gateway = with("acme-open-house").start()) {
            HttpResponse<String> answer = send(chat(gateway, "up/gpt-x").header("Authorization", "Bearer nonsense"));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(upstream.takeRequest().header("authorization")).contains("Bearer sk-upstream-secret");
        }
    }
}
