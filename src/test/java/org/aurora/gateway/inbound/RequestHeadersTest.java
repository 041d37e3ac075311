package org.aurora.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.aurora.gateway.testing.UpstreamExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadersTest {
    private static final String UPSTREAM_SAYS = "{\"said\":\"by upstream\"}";

    private static TestUpstream upstream;
    private static RunningGateway gateway;
    private RawConnection connection;

    @BeforeAll
    static void start() {
        upstream = TestUpstream.answeringJson(UPSTREAM_SAYS);
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
    }

    @AfterEach
    void disconnect() throws IOException {
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authorization=Bearer%20" + RunningGateway.MASTER_KEY,
                "Authorization=Bearer+" + RunningGateway.MASTER_KEY,
                "x-api-key=" + RunningGateway.MASTER_KEY,
                "api_key=" + RunningGateway.MASTER_KEY
            })
    void takesNoKeyFromTheQuery(String query) throws IOException {
        assertThat(connection
                        .exchange(RawRequest.post("/v1/chat/completions?" + query))
                        .status())
                .isEqualTo(401);
        assertThat(upstream.untakenRequests()).isZero();
    }

    @Test
    void takesNoHeaderFromTheQuery() throws Exception {
        RawAnswer answer = connection.exchange(RawRequest.chat()
                .line("POST /v1/chat/completions?CamelHttpUri=http://evil/&CamelHttpPath=/evil&CamelHttpMethod=GET"
                        + "&upstream.x-evil=1&x-stainless-evil=1&CamelHttpResponseCode=418&Content-Type=text/plain"
                        + "&operation=evil&target=evil HTTP/1.1"));

        UpstreamExchange received = upstream.takeRequest();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(UPSTREAM_SAYS);
        assertThat(received.requestLine()).isEqualTo("POST /v1/chat/completions HTTP/1.1");
        assertThat(received.headerLines()).noneMatch(line -> line.contains("evil"));
    }

    @Test
    void takesNoHeaderFromCamelsNamespaceOrTheOneForProviders() throws Exception {
        RawAnswer answer = connection.exchange(RawRequest.chat()
                .header("CamelHttpUri: http://evil/")
                .header("CamelHttpPath: /evil")
                .header("CamelHttpQuery: evil=1")
                .header("camelhttpresponsecode: 418")
                .header("CamelNettyCloseChannelWhenComplete: true")
                .header("org.apache.camel.evil: 1")
                .header("upstream.x-evil: 1")
                .header("Upstream.Authorization: Bearer evil"));

        UpstreamExchange received = upstream.takeRequest();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(received.requestLine()).isEqualTo("POST /v1/chat/completions HTTP/1.1");
        assertThat(received.headerLines()).noneMatch(line -> line.contains("evil"));
        assertThat(received.header("authorization")).contains("Bearer sk-upstream-secret");
        assertThat(connection.exchange(RawRequest.of("GET", "/health")).status())
                .isEqualTo(200);
    }

    @Test
    void sendsOnlyTheAllowedHeadersToAProvider() throws Exception {
        connection.exchange(RawRequest.chat()
                .header("Accept: application/json, text/event-stream;q=0.5")
                .header("User-Agent: curl/8, libcurl/8")
                .header("OpenAI-Beta: assistants=v2")
                .header("anthropic-version: 2023-06-01")
                .header("anthropic-beta: a,b")
                .header("X-Stainless-Lang: java")
                .header("traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .header("tracestate: a=1,b=2")
                .header("Cookie: session=caller-secret")
                .header("x-api-key: caller-secret")
                .header("Proxy-Authorization: Basic caller-secret")
                .header("OpenAI-Organization: caller-secret")
                .header("X-Forwarded-For: caller-secret")
                .header("Forwarded: for=caller-secret")
                .header("X-Anything: caller-secret")
                .header("TE: trailers")
                .header("Accept-Encoding: gzip"));

        assertThat(upstream.takeRequest().headerLines())
                .containsExactlyInAnyOrder(
                        "content-type: application/json",
                        "accept: application/json, text/event-stream;q=0.5",
                        "user-agent: curl/8, libcurl/8",
                        "openai-beta: assistants=v2",
                        "anthropic-version: 2023-06-01",
                        "anthropic-beta: a,b",
                        "x-stainless-lang: java",
                        "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                        "tracestate: a=1,b=2",
                        "Authorization: Bearer sk-upstream-secret",
                        "host: " + URI.create(upstream.baseUrl()).getAuthority(),
                        "content-length: " + "{\"model\":\"gpt-x\",\"messages\":[]}".length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization: Bearer wrong-key-0123456789", "x-api-key: wrong-key-0123456789"})
    void echoesNoKeyIntoARefusal(String keyHeader) throws IOException {
        RawAnswer answer = connection.exchange(RawRequest.post("/v1/chat/completions")
                .header(keyHeader)
                .header("Cookie: session=wrong-key-0123456789"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("www-authenticate")).contains("Bearer");
        assertThat(answer.everything()).doesNotContain("wrong-key-0123456789");
    }

    @Test
    void echoesNothingOfTheRequestIntoARelayedAnswer() throws Exception {
        RawAnswer answer = connection.exchange(RawRequest.chat()
                .header("Cookie: session=caller-secret")
                .header("X-Anything: caller-secret")
                .header("User-Agent: caller-secret"));

        upstream.takeRequest();
        assertThat(answer.everything()).doesNotContain("caller-secret", RunningGateway.MASTER_KEY);
        assertThat(answer.headerNames())
                .isSubsetOf("content-type", "content-length", "x-request-id", "x-aurora-provider", "x-aurora-model");
    }

    @Test
    void refusesAFormAndKeepsTheConnection() throws IOException {
        RawAnswer answer = connection.exchange(RawRequest.chat()
                .without("content-type")
                .header("Content-Type: application/x-www-form-urlencoded")
                .body("CamelHttpUri=http%3A%2F%2Fevil&model=up%2Fgpt-x&x-evil=1"));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body()).contains("\"code\":\"unsupported_media_type\"");
        assertThat(answer.headerNames()).doesNotContain("x-evil");
        assertThat(connection.exchange(RawRequest.of("GET", "/health")).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=no-such-charset",
                "application/json; charset=\"",
                "application/json;charset=UTF-16",
                "application/json;",
                "APPLICATION/JSON",
                "application/vnd.acme+json"
            })
    void readsJsonWhateverElseTheContentTypeSays(String contentType) throws Exception {
        RawAnswer answer =
                connection.exchange(RawRequest.chat().without("content-type").header("Content-Type: " + contentType));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(upstream.takeRequest().bodyText()).isEqualTo("{\"model\":\"gpt-x\",\"messages\":[]}");
    }

    @Test
    void refusesTwoContentTypesWhereOneIsNotJson() throws IOException {
        RawAnswer answer = connection.exchange(RawRequest.chat().header("Content-Type: text/plain"));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(upstream.untakenRequests()).isZero();
    }

    @Test
    void refusesTwoDifferentKeysInOneHeaderName() throws IOException {
        List<RawAnswer> answers = List.of(
                connection.exchange(RawRequest.chat().header("Authorization: Bearer another-key-0123456789")),
                connection.exchange(RawRequest.of("GET", "/health")));

        assertThat(answers).map(RawAnswer::status).containsExactly(401, 200);
    }
}
