package org.aurora.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {
    private final BodyBudget budget = new BodyBudget(1000);
    private final OpenCalls openCalls = new OpenCalls();

    private GatedChannel connection() {
        return new GatedChannel(budget, openCalls);
    }

    private static String head(int length) {
        return "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static String chunkedHead() {
        return "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    }

    private static String bytes(int count) {
        return "x".repeat(count);
    }

    @Test
    void refusesABodyThatFindsNoRoomBesideTheOthers() {
        try (GatedChannel first = connection();
                GatedChannel second = connection()) {
            first.receives(head(950) + bytes(900));
            second.receives(head(200) + bytes(150));

            assertThat(second.sent())
                    .startsWith("HTTP/1.1 503 ")
                    .contains("retry-after: 1\r\n", "connection: close\r\n", "\"code\":\"overloaded\"");
            assertThat(budget.used()).isEqualTo(900);
        }
    }

    @Test
    void letsTheNextInWhereRoomReturned() {
        try (GatedChannel first = connection();
                GatedChannel second = connection()) {
            first.receives(head(900) + bytes(900)).answers("done");
            second.receives(head(900) + bytes(900));

            assertThat(second.begun()).containsExactly("/x");
        }
    }

    @Test
    void takesNoRoomForALengthThatIsOnlyAnnounced() {
        try (GatedChannel first = connection()) {
            first.receives(head(900));

            assertThat(budget.used()).isZero();
        }
    }

    @Test
    void keepsTheRoomUntilTheAnswerIsOut() {
        try (GatedChannel connection = connection()) {
            connection.receives(head(900) + bytes(900));
            long whileAnswering = budget.used();
            connection.answers("done");

            assertThat(whileAnswering).isEqualTo(900);
            assertThat(budget.used()).isZero();
            assertThat(openCalls.count()).isZero();
        }
    }

    @Test
    void isWholeAgainWhenTheBodyWasTooLarge() {
        BodyBudget large = new BodyBudget(Long.MAX_VALUE);
        try (GatedChannel connection = new GatedChannel(large, openCalls)) {
            connection.receives(chunkedHead() + "F4240\r\n" + bytes(1_000_000) + "\r\n1\r\nx\r\n");

            assertThat(connection.sent()).startsWith("HTTP/1.1 413 ");
            assertThat(large.used()).isZero();
            assertThat(openCalls.count()).isZero();
        }
    }

    @Test
    void isWholeAgainWhenABodyWithoutRoomWasRefusedMidway() {
        try (GatedChannel connection = connection()) {
            connection.receives(chunkedHead() + "320\r\n" + bytes(800) + "\r\n320\r\n" + bytes(800) + "\r\n0\r\n\r\n");

            assertThat(connection.sent()).startsWith("HTTP/1.1 503 ");
            assertThat(budget.used()).isZero();
            assertThat(openCalls.count()).isZero();
        }
    }

    @Test
    void isWholeAgainWhenTheFramingBroke() {
        try (GatedChannel connection = connection()) {
            connection.receives(chunkedHead() + "5\r\nhello\r\nnonsense\r\n");

            assertThat(connection.sent()).startsWith("HTTP/1.1 400 ");
            assertThat(budget.used()).isZero();
            assertThat(openCalls.count()).isZero();
        }
    }

    @Test
    void isWholeAgainWhenTheCallerLeftInTheMiddleOfTheBody() {
        connection().receives(head(900) + bytes(800)).close();

        assertThat(budget.used()).isZero();
        assertThat(openCalls.count()).isZero();
    }

    @Test
    void isWholeAgainWhenTheCallerLeftBeforeTheAnswer() {
        GatedChannel connection = connection().receives(head(900) + bytes(900));
        assertThat(connection.begun()).hasSize(1);
        connection.close();

        assertThat(budget.used()).isZero();
        assertThat(openCalls.count()).isZero();
    }

    @Test
    void isWholeAgainWhenTheBodyCameTooSlowly() {
        try (GatedChannel connection = connection()) {
            connection.receives(head(900) + bytes(800)).secondsPass(75);

            assertThat(budget.used()).isZero();
            assertThat(openCalls.count()).isZero();
        }
    }

    @Test
    void isNotTouchedByABodyThatIsRefusedUnread() {
        Admission nobody = (request, call) -> Optional.of(new GatewayException(ErrorCode.INVALID_API_KEY, "no"));
        try (GatedChannel connection = new GatedChannel(budget, openCalls, nobody)) {
            connection.receives(head(900) + bytes(900) + head(5) + "hello");

            assertThat(connection.sent().split("HTTP/1.1 401 ")).hasSize(3);
            assertThat(budget.used()).isZero();
            assertThat(openCalls.count()).isZero();
        }
    }
}
