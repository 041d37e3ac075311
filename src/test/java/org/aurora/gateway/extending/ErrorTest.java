package org.aurora.gateway.extending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.extending.Custom.chat;
import static org.aurora.gateway.extending.Custom.get;
import static org.aurora.gateway.extending.Custom.send;
import static org.aurora.gateway.extending.Custom.withKey;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ErrorTest {
    private static final String THROWING_STEPS = """
                        - throwException:
                            exceptionType: java.lang.IllegalStateException
                            message: secret-detail
                """;

    private final TestUpstream upstream = TestUpstream.answeringJson("{\"model\":\"gpt-x\"}");

    @AfterEach
    void stop() throws Exception {
        upstream.close();
    }

    private RunningGateway withRouteFrom(String uri, String steps) {
        return Custom.withRoute(RunningGateway.yamlFor(upstream), """
                - route:
                    id: own
                    from:
                      uri: %s
                      steps:
                """.formatted(uri) + steps);
    }

    private static void assertSaysNothing(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        assertThat(answer.body())
                .isEqualTo("{\"error\":{\"message\":\"The gateway failed on this request. Its log tells more, under the"
                        + " request id.\",\"type\":\"server_error\",\"param\":null,\"code\":\"internal_error\"}}");
    }

    @Test
    void tellsNothingOfAnExceptionInAnAddedRoute() throws Exception {
        try (RunningGateway gateway =
                withRouteFrom("netty-http:http://{{aurora.host}}:{{aurora.port}}/acme", THROWING_STEPS)) {
            assertSaysNothing(send(get(gateway, "/acme")));
        }
    }

    @Test
    void tellsNothingOfAnExceptionInAHookAndAsksNoProvider() throws Exception {
        try (RunningGateway gateway = withRouteFrom("direct:on-request-resolved", THROWING_STEPS)) {
            assertSaysNothing(send(withKey(chat(gateway, "up/gpt-x"))));
            assertThat(upstream.untakenRequests()).isZero();
        }
    }

    @Test
    void tellsNothingOfAnExceptionInAKamelet() throws Exception {
        String kamelet = """
                apiVersion: camel.apache.org/v1
                kind: Kamelet
                metadata:
                  name: openai-provider
                spec:
                  definition: { title: Broken, type: object }
                  template:
                    from:
                      uri: kamelet:source
                      steps:
                """ + THROWING_STEPS;
        try (RunningGateway gateway = RunningGateway.with(RunningGateway.yamlFor(upstream))
                .file("custom/kamelets/openai-provider.kamelet.yaml", kamelet)
                .start()) {
            assertSaysNothing(send(withKey(chat(gateway, "up/gpt-x"))));
        }
    }

    @Test
    void tellsNothingOfAKameletThatDoesNotExist() throws Exception {
        try (RunningGateway gateway = withRouteFrom("direct:on-request-resolved", """
                        - toD:
                            uri: kamelet:${exchangeId}
                """)) {
            assertSaysNothing(send(withKey(chat(gateway, "up/gpt-x"))));
        }
    }

    @Test
    void keepsAKameletWhoseFileWentMissingSinceTheStart() throws Exception {
        try (RunningGateway gateway = RunningGateway.inFrontOf(upstream)) {
            Files.delete(gateway.home().resolve("kamelets/openai-provider.kamelet.yaml"));

            assertThat(send(withKey(chat(gateway, "up/gpt-x"))).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void answersAGatewayExceptionOfAnIntegratorsJavaAsWhatItSays() throws Exception {
        String route = """
                        - process:
                            ref: "#class:org.aurora.gateway.extending.RefusingStep"
                """;
        try (RunningGateway gateway = withRouteFrom("direct:on-request-resolved", route)) {
            HttpResponse<String> answer = send(withKey(chat(gateway, "up/gpt-x")));

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("\"code\":\"model_access_denied\"", "Not on Sundays.");
        }
    }

    @Test
    void sendsARoutesOwnStatusAndHeadersAndNoneOfTheCallers() throws Exception {
        try (RunningGateway gateway = withRouteFrom("netty-http:http://{{aurora.host}}:{{aurora.port}}/acme", """
                        - setHeader:
                            name: CamelHttpResponseCode
                            constant: 418
                        - setHeader:
                            name: x-acme-mood
                            constant: short
                        - setHeader:
                            name: x-acme-same
                            constant: same
                        - setBody:
                            constant: and stout
                """)) {
            HttpResponse<String> answer = send(withKey(get(gateway, "/acme?CamelHttpResponseCode=500&x-acme-mood=no"))
                    .header("CamelHttpResponseCode", "204")
                    .header("Content-Type", "text/html")
                    .header("x-acme-same", "same")
                    .header("x-own", "caller's"));

            assertThat(answer.statusCode()).isEqualTo(418);
            assertThat(answer.body()).isEqualTo("and stout");
            assertThat(answer.headers().allValues("x-acme-mood")).containsExactly("short");
            assertThat(answer.headers().allValues("x-acme-same")).containsExactly("same");
            assertThat(answer.headers().map().keySet())
                    .containsOnly("content-length", "x-acme-mood", "x-acme-same", "x-request-id");
        }
    }
}
