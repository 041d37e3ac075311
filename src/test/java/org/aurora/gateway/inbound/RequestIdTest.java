package org.aurora.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {
    private static TestUpstream upstream;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        upstream = TestUpstream.answering(
                exchange -> exchange.raw(
                        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-request-id: upstreams\r\ncontent-length: 2\r\n\r\n{}"));
        gateway = RunningGateway.inFrontOf(upstream);
    }

    @AfterAll
    static void stop() throws IOException {
        gateway.close();
        upstream.close();
    }

    private static RawAnswer answerTo(RawRequest request) throws IOException {
        try (RawConnection connection = RawConnection.to(gateway)) {
            return connection.exchange(request);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "req-1", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"})
    void keepsAPrintableIdOfTheCaller(String id) throws IOException {
        RawAnswer answer = answerTo(RawRequest.chat().header("X-Request-Id: " + id));

        assertThat(answer.headers("x-request-id")).containsExactly(id);
    }

    @Test
    void keepsAnIdOf128Characters() throws IOException {
        String id = "x".repeat(128);

        assertThat(answerTo(RawRequest.get("/v1/models").header("X-Request-Id: " + id))
                        .headers("x-request-id"))
                .containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "caf\u00e9", "tab\there", "bell\u0007", "delete\u007f", "nul\u0000"})
    void replacesAnIdThatIsNotPrintable(String id) throws IOException {
        RawAnswer answer = answerTo(RawRequest.get("/v1/models").header("X-Request-Id: " + id));

        assertThat(answer.headers("x-request-id")).singleElement().asString().matches("req_[0-9a-f]{32}");
    }

    @Test
    void replacesAnIdOf129Characters() throws IOException {
        RawAnswer answer = answerTo(RawRequest.get("/v1/models").header("X-Request-Id: " + "x".repeat(129)));

        assertThat(answer.headers("x-request-id")).singleElement().asString().matches("req_[0-9a-f]{32}");
    }

    @Test
    void makesAnotherIdForEachRequest() throws IOException {
        assertThat(answerTo(RawRequest.chat()).header("x-request-id"))
                .isNotEqualTo(answerTo(RawRequest.chat()).header("x-request-id"));
    }

    @Test
    void givesRefusalsAnIdToo() throws IOException {
        RawAnswer own = answerTo(RawRequest.get("/nowhere").header("X-Request-Id: mine"));
        RawAnswer malformed = answerTo(RawRequest.get("/nowhere").without("host"));

        assertThat(own.headers("x-request-id")).containsExactly("mine");
        assertThat(malformed.header("x-request-id").orElse("")).startsWith("req_");
    }
}
