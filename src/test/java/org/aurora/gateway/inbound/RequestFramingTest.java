package org.aurora.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Requests whose end two servers could see in different places: refused, and nothing behind them is served. */
class RequestFramingTest {
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

    private void assertRefusedAndClosed(int status, String code) throws IOException {
        RawAnswer answer = connection.read();
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).contains("{\"error\":{\"message\":", "\"code\":\"" + code + "\"");
        assertThat(answer.header("connection")).contains("close");
        assertThat(connection.isClosedByGateway()).isTrue();
        assertThat(upstream.untakenRequests()).isEqualTo(untakenBefore);
    }

    /** A body that is one whole request to a server that takes it for the next one. */
    private static String smuggled() {
        return "0\r\n\r\n" + RawRequest.chat().text();
    }

    private static RawRequest bare() {
        return RawRequest.chat().without("content-length");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "content-length: 0\r\ntransfer-encoding: Chunked",
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: 5\r\nContent-Length: 5",
                "Content-Length: 5, 5",
                "Content-Length: 5, 6",
                "Content-Length: +5",
                "Content-Length: -5",
                "Content-Length: 0x5",
                "Content-Length: 5 5",
                "Content-Length: ",
                "Content-Length: 99999999999999999999",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked, gzip",
                "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Transfer-Encoding: identity",
                "Transfer-Encoding: identity\r\nContent-Length: 5",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: xchunked\r\nContent-Length: 5",
                "Transfer-Encoding: \"chunked\"",
                "Transfer-Encoding: ",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding\t: chunked",
                "Transfer-Encoding: chunked;q=1",
                "X: 1\rTransfer-Encoding: chunked",
                "Transfer-Encoding\u0000: chunked",
                "X-Header\u0000: 1",
                "X-Header: a\u0000b",
                "X Header: 1",
                ": 1",
                "no colon at all"
            })
    void refusesAHeadThatCanBeReadInTwoWays(String framing) throws IOException {
        connection.send(bare().header(framing).head() + smuggled());

        assertRefusedAndClosed(400, "invalid_request");
    }

    @Test
    void refusesBareLineFeedsInTheHead() throws IOException {
        connection.send(RawRequest.chat().head().replace("\r\n", "\n") + smuggled());

        assertRefusedAndClosed(400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /v1/chat/completions",
                "POST /v1/chat completions HTTP/1.1",
                "POST /v1/chat/completions HTTP/2.0",
                "POST /v1/chat/completions HTTP/0.9",
                "POST /v1/chat/completions HTTP/11",
                "PO\u0000ST /v1/chat/completions HTTP/1.1",
                "POST /v1/chat/completions\u0000 HTTP/1.1",
                "\u0016\u0003\u0001\u0002\u0000\u0001"
            })
    void refusesALineThatIsNoRequestLine(String line) throws IOException {
        connection.send(RawRequest.chat().line(line).text() + smuggled());

        assertRefusedAndClosed(400, "invalid_request");
    }

    @Test
    void refusesTransferCodingsFromHttp10WhichHasNone() throws IOException {
        connection.send(RawRequest.chat()
                        .line("POST /v1/chat/completions HTTP/1.0")
                        .chunked()
                        .text()
                + smuggled());

        assertRefusedAndClosed(400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n",
                "-5\r\n",
                "0x5\r\nhello\r\n0\r\n\r\n",
                "5 \n5\r\nhello\r\n0\r\n\r\n",
                "5;a\nb\r\nhello\r\n0\r\n\r\n",
                "5\nhello\n0\n\n",
                "5\r\nhelloXX0\r\n\r\n",
                "5\r\nhello!\r\n0\r\n\r\n",
                "FFFFFFFFFF\r\nhello",
                "\r\n\r\n",
                "0\r\nbad trailer\r\n\r\n"
            })
    void refusesAChunkedBodyThatIsNotChunks(String body) throws IOException {
        connection.send(bare().header("Transfer-Encoding: chunked").head() + "3\r\n{\"m\r\n" + body + smuggled());

        assertRefusedAndClosed(400, "invalid_request");
    }

    @Test
    void takesChunkExtensionsAndTrailersWithoutActingOnThem() throws Exception {
        connection.send(bare().header("Transfer-Encoding: chunked").head() + "22;name=\"value\"\r\n"
                + RawRequest.CHAT_BODY.substring(0, 0x22) + "\r\n0\r\nAuthorization: Bearer evil\r\n\r\n");

        assertThat(connection.read().status()).isEqualTo(200);
        assertThat(upstream.takeRequest().header("authorization")).contains("Bearer sk-upstream-secret");
    }

    @Test
    void refusesAHeaderThatIsTooLong() throws IOException {
        connection.send(
                RawRequest.chat().header("X-Long: " + "x".repeat(70_000)).text());

        assertRefusedAndClosed(431, "headers_too_large");
    }

    @Test
    void refusesHeadersThatAddUpToTooMuch() throws IOException {
        connection.send(RawRequest.chat()
                .header(("X-Header: " + "x".repeat(100) + "\r\n").repeat(700) + "X-Last: 1")
                .text());

        assertRefusedAndClosed(431, "headers_too_large");
    }

    @Test
    void refusesARequestLineThatIsTooLong() throws IOException {
        connection.send(RawRequest.get("/" + "x".repeat(20_000)).text());

        assertRefusedAndClosed(431, "headers_too_large");
    }

    @Test
    void answersAGoodRequestBeforeTheBadOneBehindIt() throws Exception {
        connection.send(RawRequest.chat().text()
                + bare().header("Transfer-Encoding: xchunked").head()
                + smuggled());

        assertThat(connection.read().status()).isEqualTo(200);
        upstream.takeRequest();
        assertRefusedAndClosed(400, "invalid_request");
    }
}
