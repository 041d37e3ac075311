package org.aurora.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.junit.jupiter.api.Test;

class AnswerHeadersTest {
    private static final String UPSTREAM_HEADERS = """
            content-type: %s
            server: secret-server
            date: Thu, 01 Jan 1970 00:00:00 GMT
            set-cookie: secret=1
            via: secret-proxy
            location: http://secret/
            x-anything: secret
            openai-organization: secret
            openai-version: secret
            x-request-id: upstreams
            x-aurora-provider: secret
            x-should-retry: true
            www-authenticate: secret
            access-control-allow-origin: *
            connection: keep-alive, x-anything
            keep-alive: timeout=1
            alt-svc: secret
            retry-after: 7
            retry-after-ms: 7000
            x-ratelimit-limit-requests: 10
            X-RateLimit-Remaining-Tokens: 99
            openai-processing-ms: 12
            """.replace("\n", "\r\n");

    private static RawAnswer relayed(String contentType, String framedBody) throws IOException {
        try (TestUpstream upstream = TestUpstream.answering(exchange ->
                        exchange.raw("HTTP/1.1 200 OK\r\n" + UPSTREAM_HEADERS.formatted(contentType) + framedBody));
                RunningGateway gateway = RunningGateway.inFrontOf(upstream);
                RawConnection connection = RawConnection.to(gateway)) {
            return connection.exchange(RawRequest.chat());
        }
    }

    private static void assertOnlyAllowed(RawAnswer answer, String framing) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.everything()).doesNotContain("secret");
        assertThat(answer.headerNames())
                .containsExactlyInAnyOrder(
                        "content-type",
                        framing,
                        "retry-after",
                        "retry-after-ms",
                        "x-ratelimit-limit-requests",
                        "x-ratelimit-remaining-tokens",
                        "openai-processing-ms",
                        "x-request-id",
                        "x-aurora-provider",
                        "x-aurora-model");
        assertThat(answer.header("x-aurora-provider")).contains("up");
        assertThat(answer.header("x-ratelimit-remaining-tokens")).contains("99");
    }

    @Test
    void passOnlyTheAllowedOnesOfAWholeAnswer() throws IOException {
        RawAnswer answer = relayed("application/json; charset=utf-8", "content-length: 2\r\n\r\n{}");

        assertOnlyAllowed(answer, "content-length");
        assertThat(answer.header("content-type")).contains("application/json; charset=utf-8");
    }

    @Test
    void passOnlyTheAllowedOnesOfAStream() throws IOException {
        RawAnswer answer = relayed(
                "text/event-stream", "transfer-encoding: chunked\r\n\r\n10\r\ndata: [DONE]\r\n\r\n\r\n0\r\n\r\n");

        assertOnlyAllowed(answer, "transfer-encoding");
        assertThat(answer.body()).isEqualTo("data: [DONE]\r\n\r\n");
    }
}
