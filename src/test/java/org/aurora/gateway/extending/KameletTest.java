package org.aurora.gateway.extending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.extending.Custom.chat;
import static org.aurora.gateway.extending.Custom.send;
import static org.aurora.gateway.extending.Custom.withKey;

import java.net.http.HttpResponse;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.aurora.gateway.testing.UpstreamExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KameletTest {
    private final TestUpstream upstream = TestUpstream.answeringJson("{\"model\":\"gpt-x\"}");

    @AfterEach
    void stop() throws Exception {
        upstream.close();
    }

    @Test
    void winsOverTheGatewaysOwnOfTheSameName() throws Exception {
        try (RunningGateway gateway = Custom.example(
                        RunningGateway.with(RunningGateway.yamlFor(upstream)), "kamelets/openai-provider.kamelet.yaml")
                .start()) {
            send(withKey(chat(gateway, "up/gpt-x")));

            UpstreamExchange request = upstream.takeRequest();
            assertThat(request.header("openai-organization")).contains("org-acme");
            assertThat(request.header("authorization")).contains("Bearer sk-upstream-secret");
        }
    }

    @Test
    void makesANewTypeOfProviderWithoutJava() throws Exception {
        String yaml = """
                providers:
                  acme-eu:
                    type: acme
                    base_url: "%s"
                    api_key: acme-secret
                    models: [acme-large]
                """.formatted(upstream.baseUrl());
        try (RunningGateway gateway = Custom.example(RunningGateway.with(yaml), "kamelets/acme-provider.kamelet.yaml")
                .start()) {
            HttpResponse<String> answer = send(withKey(chat(gateway, "acme-large")));

            UpstreamExchange request = upstream.takeRequest();
            assertThat(request.requestLine())
                    .isEqualTo("POST /v1/serving/v2/chat/completions?version=2026-01 HTTP/1.1");
            assertThat(request.header("x-acme-key")).contains("acme-secret");
            assertThat(request.header("authorization")).isEmpty();
            assertThat(answer.headers().firstValue("x-aurora-provider")).contains("acme-eu");
        }
    }

    @Test
    void answersByItselfWithoutAnAddress() throws Exception {
        String yaml = """
                providers:
                  notice: { type: notice, models: [retired] }
                aliases:
                  old-model: "notice/retired"
                """;
        try (RunningGateway gateway = Custom.example(RunningGateway.with(yaml), "kamelets/notice-provider.kamelet.yaml")
                .start()) {
            HttpResponse<String> answer = send(withKey(chat(gateway, "old-model")));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type")).contains("application/json");
            assertThat(answer.body()).contains("\"model\":\"retired\"", "This model is retired.");
        }
    }

    @Test
    void sendsNoHeaderMeantForProvidersToTheCaller() throws Exception {
        String yaml = "providers: { notice: { type: notice, models: [retired] } }";
        RunningGateway.Setup setup = Custom.example(RunningGateway.with(yaml), "kamelets/notice-provider.kamelet.yaml");
        try (RunningGateway gateway =
                Custom.example(setup, "routes/acme-upstream-header.camel.yaml").start()) {
            HttpResponse<String> answer = send(withKey(chat(gateway, "retired")));

            assertThat(answer.headers().map().keySet()).noneMatch(name -> name.contains("acme"));
        }
    }

    @Test
    void refusesFromWithinAKamelet() throws Exception {
        String kamelet = """
                apiVersion: camel.apache.org/v1
                kind: Kamelet
                metadata:
                  name: openai-provider
                spec:
                  definition: { title: Closed, type: object }
                  template:
                    from:
                      uri: kamelet:source
                      steps:
                        - to:
                            uri: kamelet:refuse-action
                            parameters: { status: 429, code: closed, message: "It's closed; come back." }
                        - to:
                            uri: upstream:relay
                """;
        try (RunningGateway gateway = RunningGateway.with(RunningGateway.yamlFor(upstream))
                .file("custom/kamelets/openai-provider.kamelet.yaml", kamelet)
                .start()) {
            HttpResponse<String> answer = send(withKey(chat(gateway, "up/gpt-x")));

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.body()).contains("rate_limit_error", "It's closed; come back.");
            assertThat(upstream.untakenRequests()).isZero();
        }
    }
}
