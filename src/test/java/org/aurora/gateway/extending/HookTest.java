package org.aurora.gateway.extending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.extending.Custom.chat;
import static org.aurora.gateway.extending.Custom.post;
import static org.aurora.gateway.extending.Custom.send;
import static org.aurora.gateway.extending.Custom.withKey;

import java.net.http.HttpResponse;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.aurora.gateway.testing.UpstreamExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HookTest {
    private final TestUpstream upstream = TestUpstream.answeringJson("{\"model\":\"gpt-x\"}");

    @AfterEach
    void stop() throws Exception {
        upstream.close();
    }

    private RunningGateway with(String example) {
        return Custom.example(RunningGateway.with(RunningGateway.yamlFor(upstream)), example)
                .start();
    }

    @Test
    void sendsAnUpstreamHeaderMadeOfVariables() throws Exception {
        try (RunningGateway gateway = with("routes/acme-upstream-header.camel.yaml")) {
            send(withKey(chat(gateway, "up/gpt-x")));

            UpstreamExchange request = upstream.takeRequest();
            assertThat(request.header("x-acme-caller")).contains("master");
            assertThat(request.header("x-acme-call")).contains("up chat/completions");
        }
    }

    @Test
    void overridesAHeaderOfTheSameNameThatTheCallerSent() throws Exception {
        try (RunningGateway gateway = with("routes/acme-upstream-header.camel.yaml")) {
            send(withKey(chat(gateway, "up/gpt-x"))
                    .header("x-acme-caller", "boss")
                    .header("upstream.x-acme-caller", "boss"));

            UpstreamExchange request = upstream.takeRequest();
            assertThat(request.header("x-acme-caller")).contains("master");
            assertThat(request.headerLines()).noneMatch(line -> line.contains("boss"));
        }
    }

    @Test
    void changesTheBodyOfEveryOperation() throws Exception {
        try (RunningGateway gateway = with("routes/acme-cheap-tier.camel.yaml")) {
            send(withKey(post(
                    gateway,
                    "/v1/embeddings",
                    "{\"model\":\"up/gpt-x\",\"top\":0.1234567890123456789,\"service_tier\":\"auto\"}")));

            assertThat(upstream.takeRequest().bodyText())
                    .isEqualTo("{\"model\":\"gpt-x\",\"top\":0.1234567890123456789,\"service_tier\":\"flex\"}");
        }
    }

    @Test
    void cannotChangeTheModelOnceItIsDecided() throws Exception {
        String route = """
                - route:
                    id: own
                    from:
                      uri: direct:on-request-resolved
                      steps:
                        - setBody:
                            constant: '{"model":"something-dear"}'
                """;
        try (RunningGateway gateway = Custom.withRoute(RunningGateway.yamlFor(upstream), route)) {
            send(withKey(chat(gateway, "up/gpt-x")));

            assertThat(upstream.takeRequest().bodyText()).isEqualTo("{\"model\":\"gpt-x\"}");
        }
    }

    @Test
    void refusesBeforeAProviderIsAsked() throws Exception {
        try (RunningGateway gateway = with("routes/acme-no-pictures.camel.yaml")) {
            HttpResponse<String> refused =
                    send(withKey(post(gateway, "/v1/images/generations", "{\"model\":\"up/gpt-x\"}")));

            assertThat(refused.statusCode()).isEqualTo(402);
            assertThat(refused.body())
                    .isEqualTo("{\"error\":{\"message\":\"The model up/gpt-x is not in your plan, master."
                            + " Ask design for it.\",\"type\":\"permission_error\",\"param\":null,"
                            + "\"code\":\"pictures_not_paid_for\"}}");
            assertThat(upstream.untakenRequests()).isZero();
        }
    }

    @Test
    void letsPassWhatItDoesNotRefuse() throws Exception {
        try (RunningGateway gateway = with("routes/acme-no-pictures.camel.yaml")) {
            assertThat(send(withKey(chat(gateway, "up/gpt-x"))).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void stopsAfterAuthenticationWithAnAnswerOfItsOwn() throws Exception {
        try (RunningGateway gateway = with("routes/acme-project-required.camel.yaml")) {
            HttpResponse<String> refused = send(withKey(chat(gateway, "up/gpt-x")));

            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.headers().firstValue("content-type")).contains("application/json");
            assertThat(refused.body()).contains("\"code\":\"project_required\"");
            assertThat(upstream.untakenRequests()).isZero();
        }
    }

    @Test
    void goesOnAfterAuthenticationWhenItDoesNotStop() throws Exception {
        try (RunningGateway gateway = with("routes/acme-project-required.camel.yaml")) {
            HttpResponse<String> answer =
                    send(withKey(chat(gateway, "up/gpt-x")).header("x-acme-project", "apollo"));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(upstream.takeRequest().header("x-acme-project")).isEmpty();
        }
    }

    @Test
    void mayLeaveTheEventLoopForAStepThatBlocks() throws Exception {
        String route = """
                - route:
                    id: own
                    from:
                      uri: direct:on-request-resolved
                      steps:
                        - threads: { poolSize: 1, maxPoolSize: 1, threadName: own-pool }
                        - setHeader: { name: upstream.x-thread, simple: "${threadName}" }
                """;
        try (RunningGateway gateway = Custom.withRoute(RunningGateway.yamlFor(upstream), route)) {
            HttpResponse<String> answer = send(withKey(chat(gateway, "up/gpt-x")));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(upstream.takeRequest().header("x-thread"))
                    .hasValueSatisfying(name -> assertThat(name).contains("own-pool"));
        }
    }
}
