package org.aurora.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the edge holds to also where an integrator's route, written without a thought for it, answers. */
class CustomRouteEdgeTest {
    private static final String ROUTES = """
            - route:
                id: echo
                from:
                  uri: netty-http:http://{{aurora.host}}:{{aurora.port}}/custom/echo
                  steps:
                    - setHeader: { name: x-from-route, constant: "yes" }
            - route:
                id: show-header
                from:
                  uri: netty-http:http://{{aurora.host}}:{{aurora.port}}/custom/show
                  steps:
                    - setBody: { simple: "${header.X-List}" }
            - route:
                id: failing
                from:
                  uri: netty-http:http://{{aurora.host}}:{{aurora.port}}/custom/failing
                  steps:
                    - throwException: { exceptionType: java.lang.IllegalStateException, message: "a secret detail" }
            - route:
                id: unsendable
                from:
                  uri: netty-http:http://{{aurora.host}}:{{aurora.port}}/custom/unsendable
                  steps:
                    - setHeader: { name: "not a header name", constant: "1" }
            - route:
                id: typed
                from:
                  uri: netty-http:http://{{aurora.host}}:{{aurora.port}}/custom/typed
                  steps:
                    - setHeader: { name: Content-Type, constant: "text/plain; charset=utf-8" }
                    - setHeader: { name: CamelHttpResponseCode, constant: "202" }
                    - setHeader: { name: x-list, constant: "a, b" }
                    - setBody: { constant: "gr\u00fc\u00dfe" }
            - route:
                id: without-error-handler
                errorHandler: { noErrorHandler: {} }
                from:
                  uri: netty-http:http://{{aurora.host}}:{{aurora.port}}/custom/unhandled
                  steps:
                    - throwException: { exceptionType: java.lang.IllegalStateException, message: "a secret detail" }
            - route:
                id: answerless
                from:
                  uri: netty-http:http://{{aurora.host}}:{{aurora.port}}/custom/empty
                  steps:
                    - setBody: { constant: "" }
            - route:
                id: placeholder
                from:
                  uri: netty-http:http://{{aurora.host}}:{{aurora.port}}/custom/things/{thing}/part
                  parameters: { httpMethodRestrict: GET }
                  steps:
                    - setBody: { simple: "${header.thing}" }
            - route:
                id: below
                from:
                  uri: netty-http:http://{{aurora.host}}:{{aurora.port}}/custom/below
                  parameters: { matchOnUriPrefix: true }
                  steps:
                    - setBody: { simple: "${header.CamelHttpPath}" }
            """;

    private static RunningGateway gateway;
    private RawConnection connection;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.with("aliases: {}")
                .file("custom/routes/edge.camel.yaml", ROUTES)
                .start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void connect() throws IOException {
        connection = RawConnection.to(gateway);
    }

    @AfterEach
    void disconnect() throws IOException {
        connection.close();
    }

    private static RawRequest echo() {
        return RawRequest.of("POST", "/custom/echo").body("hello");
    }

    @Test
    void echoesNoCredentialOfTheCaller() throws IOException {
        RawAnswer answer = connection.exchange(echo().header("Authorization: Bearer caller-secret")
                .header("x-api-key: caller-secret")
                .header("Cookie: a=caller-secret")
                .header("Cookie: b=caller-secret")
                .header("Proxy-Authorization: caller-secret"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("hello");
        assertThat(answer.everything()).doesNotContain("caller-secret");
    }

    @Test
    void echoesNoHeaderOfTheCallerAtAll() throws IOException {
        RawAnswer answer = connection.exchange(echo().header("X-Anything: a, b")
                .header("X-Twice: 1")
                .header("X-Twice: 2")
                .header("Set-Cookie: planted=1")
                .header("Access-Control-Allow-Origin: *"));

        assertThat(answer.headerNames()).containsExactlyInAnyOrder("content-length", "x-from-route", "x-request-id");
    }

    @Test
    void letsNoCallerChooseStatusOrConnection() throws IOException {
        RawAnswer answer = connection.exchange(echo().header("CamelHttpResponseCode: 302")
                .header("Location: http://evil/")
                .header("CamelNettyCloseChannelWhenComplete: true"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("location")).isEmpty();
        assertThat(connection.exchange(echo()).status()).isEqualTo(200);
    }

    @Test
    void seesAHeaderWithCommasWhole() throws IOException {
        RawAnswer answer = connection.exchange(
                RawRequest.of("GET", "/custom/show?X-List=no").header("X-List: a, b;q=\"1,2\" , c%20d+e"));

        assertThat(answer.body()).isEqualTo("a, b;q=\"1,2\" , c%20d+e");
    }

    @Test
    void answersAFailureWithoutItsDetails() throws IOException {
        RawAnswer answer = connection.exchange(RawRequest.of("GET", "/custom/failing"));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).contains("\"code\":\"internal_error\"");
        assertThat(answer.everything()).doesNotContain("secret detail", "Exception", "\tat ");
    }

    @Test
    void answersWhatCannotBeSentWithAnError() throws IOException {
        RawAnswer answer = connection.exchange(RawRequest.of("GET", "/custom/unsendable"));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).contains("\"code\":\"internal_error\"");
        assertThat(connection.exchange(echo()).status()).isEqualTo(200);
    }

    @Test
    void answersAFailureThatNoErrorHandlerSaw() throws IOException {
        RawAnswer answer = connection.exchange(RawRequest.of("GET", "/custom/unhandled"));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).contains("\"code\":\"internal_error\"");
        assertThat(answer.everything()).doesNotContain("secret detail", "Exception", "\tat ");
    }

    @Test
    void answersWithTheRoutesOwnStatusHeadersAndText() throws IOException {
        RawAnswer answer = connection.exchange(RawRequest.of("POST", "/custom/typed")
                .header("Content-Type: application/json")
                .body("{}"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.headers("content-type")).containsExactly("text/plain; charset=utf-8");
        assertThat(answer.headers("x-list")).containsExactly("a, b");
        assertThat(answer.body()).isEqualTo("gr\u00fc\u00dfe");
    }

    @Test
    void answersAnEmptyBodyWithNoContentAndKeepsTheConnection() throws IOException {
        RawAnswer answer = connection.exchange(RawRequest.of("GET", "/custom/empty"));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.headerNames()).containsExactly("x-request-id");
        assertThat(connection.exchange(echo()).status()).isEqualTo(200);
    }

    @Test
    void answersAFormLikeAnyOtherBody() throws IOException {
        RawAnswer answer = connection.exchange(
                echo().body("X-Planted=1&x-from-route=no").header("Content-Type: application/x-www-form-urlencoded"));

        assertThat(answer.body()).isEqualTo("X-Planted=1&x-from-route=no");
        assertThat(answer.header("x-from-route")).contains("yes");
        assertThat(answer.header("x-planted")).isEmpty();
    }

    @Test
    void servesARouteWithAPlaceholderForOneSegmentOnly() throws IOException {
        assertThat(connection
                        .exchange(RawRequest.of("GET", "/custom/things/a,b/part"))
                        .body())
                .isEqualTo("a,b");
        assertThat(connection
                        .exchange(RawRequest.of("GET", "/custom/things/a/b/part"))
                        .status())
                .isEqualTo(404);
        assertThat(connection
                        .exchange(RawRequest.of("POST", "/custom/things/a/part"))
                        .header("allow"))
                .contains("GET, HEAD");
    }

    @Test
    void servesARouteWithEverythingBelowIt() throws IOException {
        assertThat(connection
                        .exchange(RawRequest.of("GET", "/custom/below/a/b"))
                        .body())
                .isEqualTo("/custom/below/a/b");
        assertThat(connection.exchange(RawRequest.of("GET", "/custom/below")).status())
                .isEqualTo(200);
        assertThat(connection
                        .exchange(RawRequest.of("GET", "/custom/belowstairs"))
                        .status())
                .isEqualTo(404);
    }
}
