package org.aurora.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestGateTest {
    private static final Admission REFUSING_NO = (request, call) ->
            call.path().equals("/no") ? Optional.of(new GatewayException(ErrorCode.NOT_FOUND, "no")) : Optional.empty();

    private final OpenCalls openCalls = new OpenCalls();
    private final GatedChannel connection = new GatedChannel(new BodyBudget(Long.MAX_VALUE), openCalls, REFUSING_NO);

    @AfterEach
    void disconnect() {
        connection.close();
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
    }

    private static String post(String path) {
        return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello";
    }

    @Test
    void beginsOneRequestAtATime() {
        connection.receives(get("/1") + post("/2") + get("/3"));

        assertThat(connection.begun()).containsExactly("/1");
        assertThat(connection.answers("one").begun()).containsExactly("/2");
        assertThat(connection.answers("two").begun()).containsExactly("/3");
    }

    @Test
    void readsNoFurtherWhileARequestWaits() {
        connection.receives(get("/1"));
        boolean whileOneIsAnswered = connection.isRead();
        connection.receives(get("/2"));
        boolean whileOneWaits = connection.isRead();
        connection.answers("one").answers("two");

        assertThat(whileOneIsAnswered).isTrue();
        assertThat(whileOneWaits).isFalse();
        assertThat(connection.isRead()).isTrue();
    }

    @Test
    void readsOnForTheRestOfARequestThatWaitedInPart() {
        connection.receives(get("/1") + "POST /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe");
        connection.answers("one");
        assertThat(connection.isRead()).isTrue();

        connection.receives("llo");
        assertThat(connection.begun()).containsExactly("/1", "/2");
    }

    @Test
    void refusesInTurnWhatWaited() {
        connection.receives(get("/1") + post("/no") + get("/no") + post("/2"));
        assertThat(connection.sent()).isEmpty();
        connection.answers("one").answers("two");

        assertThat(connection.sent().split("HTTP/1.1 ")).hasSize(5);
        assertThat(connection.begun()).containsExactly("/1", "/2");
        assertThat(connection.isRead()).isTrue();
        assertThat(openCalls.count()).isZero();
    }

    @Test
    void throwsAwayWhatWaitedBehindTheLastRequest() {
        connection.receives("GET /1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n" + post("/2"));
        connection.answers("one");

        assertThat(connection.begun()).containsExactly("/1");
        assertThat(connection.isRead()).isTrue();
        assertThat(openCalls.count()).isZero();
    }

    @Test
    void countsOutACallWhoseAnswerNobodyTook() {
        connection.receives(post("/1") + post("/2"));
        connection.close();
        connection.answers("too late");

        assertThat(openCalls.count()).isZero();
    }
}
