package org.aurora.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathsAndMethodsTest {
    private static TestUpstream upstream;
    private static RunningGateway gateway;
    private RawConnection connection;
    private int untakenBefore;

    @BeforeAll
    static void start() {
        upstream = TestUpstream.answeringJson("{}");
        gateway = RunningGateway.inFrontOf(upstream);
    }

    @AfterAll
    static void stop() throws IOException {
        gateway.close();
        upstream.close();
    }

    @BeforeEach
    void connect() throws IOException {
        connection = RawConnection.to(gateway);
        untakenBefore = upstream.untakenRequests();
    }

    @AfterEach
    void disconnect() throws IOException {
        connection.close();
    }

    private void assertConnectionStillServes() throws IOException {
        assertThat(connection.exchange(RawRequest.of("GET", "/health")).status())
                .isEqualTo(200);
    }

    @Test
    void answersAWrongPathWithAnErrorObjectThatHasAllFourKeys() throws IOException {
        RawAnswer answer = connection.exchange(RawRequest.get("/v2/nowhere"));

        JsonNode error = new ObjectMapper().readTree(answer.body()).get("error");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("content-type")).contains("application/json");
        assertThat(error.fieldNames()).toIterable().containsExactly("message", "type", "param", "code");
        assertThat(error.get("type").asText()).isEqualTo("invalid_request_error");
        assertThat(error.get("code").asText()).isEqualTo("not_found");
        assertThat(error.get("param").isNull()).isTrue();
    }

    @Test
    void keepsTheConnectionAfterAWrongPathWithABody() throws IOException {
        connection.exchange(RawRequest.post("/v2/nowhere"));

        assertConnectionStillServes();
    }

    @Test
    void namesTheMethodsThatAPathServes() throws IOException {
        RawAnswer chat = connection.exchange(RawRequest.get("/v1/chat/completions"));
        RawAnswer models = connection.exchange(RawRequest.post("/v1/models"));

        assertThat(chat.status()).isEqualTo(405);
        assertThat(chat.header("allow")).contains("POST");
        assertThat(chat.body()).contains("\"code\":\"method_not_allowed\"");
        assertThat(models.status()).isEqualTo(405);
        assertThat(models.header("allow")).contains("GET, HEAD");
        assertConnectionStillServes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "TRACE", "CONNECT", "DELETE", "PUT", "BREW", "post"})
    void servesNoOtherMethodThanARouteNames(String method) throws IOException {
        RawAnswer answer = connection.exchange(RawRequest.of(method, "/v1/chat/completions"));

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("allow")).contains("POST");
        assertConnectionStillServes();
    }

    @Test
    void answersOptionsForTheWholeServerWithNotFound() throws IOException {
        assertThat(connection.exchange(RawRequest.of("OPTIONS", "*")).status()).isEqualTo(404);
        assertConnectionStillServes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/ready", "/v1/models", "/v1/models/up/gpt-x", "/v1/models/up%2Fgpt-x"})
    void answersHeadLikeGetButWithoutTheBody(String path) throws IOException {
        RawAnswer get = connection.exchange(RawRequest.get(path));

        connection.send(RawRequest.of("HEAD", path).header(RawRequest.KEY).text());
        RawAnswer head = connection.readHead();

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("content-length")).isEqualTo(get.header("content-length"));
        assertThat(head.header("content-type")).isEqualTo(get.header("content-type"));
        assertConnectionStillServes();
    }

    @Test
    void answersHeadOnAnUnknownPathWithoutABody() throws IOException {
        connection.send(RawRequest.of("HEAD", "/nowhere").text());

        assertThat(connection.readHead().status()).isEqualTo(404);
        assertConnectionStillServes();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/chat%2Fcompletions",
                "/v1/chat%2fcompletions",
                "/v1/ch%61t/completions",
                "//v1/chat/completions",
                "/v1//chat/completions",
                "/v1/chat/completions/",
                "/v1/./chat/completions",
                "/v1/models/../chat/completions",
                "/V1/chat/completions",
                "/v1/chat/Completions",
                "/v1/chat/completions;x=1",
                "/v1/chat/completions%00",
                "/v1/chat/completions%3Fx=1",
                "v1/chat/completions",
                "http://localhost?/v1/chat/completions",
                "ftp://localhost/v1/chat/completions"
            })
    void takesNoOtherSpellingForThePathOfARoute(String target) throws IOException {
        RawAnswer answer = connection.exchange(RawRequest.post(target).header(RawRequest.KEY));

        assertThat(answer.status()).isIn(404, 405);
        assertThat(upstream.untakenRequests()).isEqualTo(untakenBefore);
        assertConnectionStillServes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost", "https://elsewhere.example:8443", "HTTP://localhost:1"})
    void takesATargetInAbsoluteForm(String origin) throws IOException {
        RawAnswer answer = connection.exchange(RawRequest.get(origin + "/v1/models?x=http://localhost/nowhere"));

        assertThat(answer.status()).isEqualTo(200);
        assertConnectionStillServes();
    }

    @Test
    void refusesARequestWithoutHost() throws IOException {
        RawAnswer answer = connection.exchange(RawRequest.get("/v1/models").without("Host"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"invalid_request\"", "Host");
    }

    @Test
    void refusesARequestWithTwoHosts() throws IOException {
        RawAnswer answer = connection.exchange(RawRequest.get("/v1/models").header("Host: other"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"invalid_request\"", "Host");
    }
}
