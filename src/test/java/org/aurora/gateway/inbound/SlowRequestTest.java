package org.aurora.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlowRequestTest {
    private static final String GET = "GET /x HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String POST_HEAD = "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 900000\r\n\r\n";

    private final OpenCalls openCalls = new OpenCalls();
    private GatedChannel connection = new GatedChannel(new BodyBudget(Long.MAX_VALUE), openCalls);

    @AfterEach
    void disconnect() {
        connection.close();
    }

    @Test
    void endsAConnectionOnWhichNothingCame() {
        connection.secondsPass(75);

        assertThat(connection.isOpen()).isFalse();
        assertThat(connection.sent()).isEmpty();
    }

    @Test
    void endsAHeadThatComesByteByByte() {
        for (int seconds = 0; seconds < 75; seconds += 5) {
            connection.receives("G").secondsPass(5);
        }

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void tellsTheCallerOfABodyThatComesByteByByte() {
        connection.receives(POST_HEAD);
        for (int seconds = 0; seconds < 75; seconds += 5) {
            connection.receives("x").secondsPass(5);
        }

        assertThat(connection.sent())
                .startsWith("HTTP/1.1 408 ")
                .contains("connection: close\r\n", "\"code\":\"request_timeout\"");
        assertThat(connection.secondsPass(1).isOpen()).isFalse();
        assertThat(openCalls.count()).isZero();
    }

    @Test
    void takesALargeBodyThatComesSlowlyButSteadily() {
        connection.receives(POST_HEAD);
        for (int sent = 0; sent < 900_000; sent += 90_000) {
            connection.receives("x".repeat(90_000)).secondsPass(40);
        }

        assertThat(connection.begun()).containsExactly("/x");
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void endsAConnectionWhoseRefusedBodyNeverComes() {
        connection.close();
        connection = new GatedChannel(
                new BodyBudget(0),
                openCalls,
                (request, call) -> Optional.of(new GatewayException(ErrorCode.INVALID_API_KEY, "no")));
        connection.receives("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n");

        assertThat(connection.sent()).startsWith("HTTP/1.1 401 ").doesNotContain("connection: close");
        assertThat(connection.secondsPass(75).isOpen()).isFalse();
    }

    @Test
    void waitsForASlowProviderAsLongAsThatTakes() {
        connection.receives(GET).secondsPass(3600).answers("at last");

        assertThat(connection.isOpen()).isTrue();
        assertThat(connection.sent()).startsWith("HTTP/1.1 200 ").endsWith("at last");
    }

    @Test
    void givesEachRequestOnAConnectionTheSameTime() {
        for (int i = 0; i < 10; i++) {
            connection.secondsPass(45).receives(GET).answers("ok");
        }

        assertThat(connection.isOpen()).isTrue();
        assertThat(connection.begun()).hasSize(10);
    }

    @Test
    void closesAConnectionThatLingersAfterItsLastAnswer() {
        connection
                .receives("GET /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                .answers("bye");

        assertThat(connection.sent()).endsWith("bye");
        assertThat(connection.isOpen()).isTrue();
        assertThat(connection.secondsPass(1).isOpen()).isFalse();
    }
}
