package org.aurora.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.caller.UserPath;
import org.aurora.gateway.testing.MadeKey;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The place of a caller is from its key and from one header, and from nothing else in a request. */
class UserPathSmugglingTest {
    private static final BlockingQueue<Caller> CALLERS = new LinkedBlockingQueue<>();

    private static TestUpstream upstream;
    private static RunningGateway gateway;
    private static String alpha;
    private static String pathless;
    private RawConnection connection;

    /** Remembers who was recognised. */
    public static final class Remember implements Processor {
        @Override
        public void process(Exchange exchange) {
            CALLERS.add(exchange.getVariable("caller", Caller.class));
        }
    }

    @BeforeAll
    static void start() throws Exception {
        upstream = TestUpstream.answeringJson("{}");
        gateway = RunningGateway.with(RunningGateway.yamlFor(upstream))
                .file("custom/routes/remember.camel.yaml", """
                        - route:
                            id: own
                            from:
                              uri: direct:on-authenticated
                              steps:
                                - process: { ref: "#class:%s" }
                        """.formatted(Remember.class.getName()))
                .start();
        alpha = MadeKey.at(gateway, "{\"name\": \"alpha\", \"user_path\": \"/team/alpha\"}")
                .value();
        pathless = MadeKey.at(gateway, "{\"name\": \"pathless\"}").value();
    }

    @AfterAll
    static void stop() throws IOException {
        gateway.close();
        upstream.close();
    }

    @BeforeEach
    void connect() throws IOException {
        CALLERS.clear();
        connection = RawConnection.to(gateway);
    }

    @AfterEach
    void disconnect() throws IOException {
        connection.close();
    }

    @Test
    void takesTheHeaderWithinTheKeysPlace() throws Exception {
        assertThat(connection
                        .exchange(chat(alpha).header("x-aurora-USER-path: /team/alpha/service-x"))
                        .status())
                .isEqualTo(200);
        assertThat(place()).isEqualTo("/team/alpha/service-x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Aurora-User-Path=/team/alpha/x",
                "x-aurora-user-path=%2Fteam%2Falpha%2Fx",
                "user_path=/team/alpha/x",
                "userPath=/team/alpha/x",
                "caller=/team/alpha/x"
            })
    void takesNothingFromTheQuery(String query) throws Exception {
        RawRequest request = chat(alpha).line("POST /v1/chat/completions?" + query + " HTTP/1.1");

        assertThat(connection.exchange(request).status()).isEqualTo(200);
        assertThat(place()).isEqualTo("/team/alpha");
    }

    @Test
    void takesNothingFromTheBody() throws Exception {
        RawRequest request = chat(alpha)
                .body("{\"model\":\"up/gpt-x\",\"user_path\":\"/team/alpha/x\","
                        + "\"X-Aurora-User-Path\":\"/team/alpha/x\",\"user\":\"/team/alpha/x\",\"messages\":[]}");

        assertThat(connection.exchange(request).status()).isEqualTo(200);
        assertThat(place()).isEqualTo("/team/alpha");
    }

    @Test
    void takesNothingFromAForm() throws Exception {
        RawRequest request = chat(alpha)
                .without("content-type")
                .header("Content-Type: application/x-www-form-urlencoded")
                .body("X-Aurora-User-Path=%2Fteam%2Falpha%2Fx&model=up%2Fgpt-x");

        assertThat(connection.exchange(request).status()).isBetween(400, 499);
        assertThat(place()).isEqualTo("/team/alpha");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X_Aurora_User_Path", "X-Aurora-User-Path-", "X-Aurora-UserPath", "X-User-Path", "Cookie"})
    void takesNothingFromAHeaderOfAnotherName(String name) throws Exception {
        assertThat(connection
                        .exchange(chat(alpha).header(name + ": /team/beta"))
                        .status())
                .isEqualTo(200);
        assertThat(place()).isEqualTo("/team/alpha");
    }

    @Test
    void takesNothingFromATrailer() throws Exception {
        RawRequest request = chat(alpha).chunked();
        String withTrailer = request.body().replace("\r\n0\r\n\r\n", "\r\n0\r\nX-Aurora-User-Path: /team/beta\r\n\r\n");

        connection.send(request.head() + withTrailer);
        int status = connection.read().status();

        if (status == 200) {
            assertThat(place()).isEqualTo("/team/alpha");
        } else {
            assertThat(status).isEqualTo(400);
        }
    }

    @Test
    void refusesTwoHeaders() throws Exception {
        RawAnswer answer = connection.exchange(
                chat(alpha).header("X-Aurora-User-Path: /team/alpha").header("x-aurora-user-path: /team/alpha/x"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_user_path");
    }

    @Test
    void readsACommaListAsOnePath() throws Exception {
        assertThat(connection
                        .exchange(chat(alpha).header("X-Aurora-User-Path: /team/beta, /team/alpha"))
                        .body())
                .contains("user_path_not_allowed");
        assertThat(connection
                        .exchange(chat(alpha).header("X-Aurora-User-Path: /team/alpha/x,/team/beta"))
                        .status())
                .isEqualTo(200);
        assertThat(place()).isEqualTo("/team/alpha/x,/team/beta");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/team/beta",
                "/team",
                "/",
                "/team/alphabet",
                "/TEAM/ALPHA",
                "/team%2falpha",
                "%2Fteam%2Falpha",
                "/team/\u00d0\u00b0lpha",
                "/team/alpha%2F..%2Fbeta/../"
            })
    void refusesAnotherPlaceBeforeTheBody(String path) throws Exception {
        connection.send(RawRequest.post("/v1/chat/completions")
                .without("content-length")
                .header("Content-Length: 1000000")
                .header("Authorization: Bearer " + alpha)
                .header("X-Aurora-User-Path: " + path)
                .head());

        RawAnswer answer = connection.read();

        assertThat(answer.status()).isIn(400, 403);
        assertThat(answer.body()).containsAnyOf("user_path_not_allowed", "invalid_user_path");
        assertThat(answer.header("x-should-retry")).contains("false");
        assertThat(CALLERS).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/team/alpha/..", "/team/alpha/../beta", "/team/alpha/.", "..", "", "/team/\u00ff"})
    void refusesWhatIsNoPath(String path) throws Exception {
        RawAnswer answer = connection.exchange(chat(alpha).header("X-Aurora-User-Path: " + path));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"invalid_user_path\"", "\"param\":\"X-Aurora-User-Path\"");
    }

    @Test
    void doesNotBelieveAKeyWithoutAPlace() throws Exception {
        assertThat(connection
                        .exchange(chat(pathless).header("X-Aurora-User-Path: /team/beta"))
                        .status())
                .isEqualTo(200);
        assertThat(CALLERS.poll(10, TimeUnit.SECONDS).userPath()).isEmpty();
    }

    @Test
    void letsTheMasterActAsAnyPlace() throws Exception {
        assertThat(connection
                        .exchange(RawRequest.chat().header("X-Aurora-User-Path: /team/beta"))
                        .status())
                .isEqualTo(200);
        assertThat(place()).isEqualTo("/team/beta");
    }

    @Test
    void asksForTheKeyBeforeThePlace() throws Exception {
        RawRequest request = RawRequest.post("/v1/chat/completions")
                .header("Authorization: Bearer wrong-key-0123456789")
                .header("X-Aurora-User-Path: /a/../b");

        assertThat(connection.exchange(request).status()).isEqualTo(401);
    }

    @Test
    void neverSendsThePlaceToAProvider() throws Exception {
        while (upstream.untakenRequests() > 0) {
            upstream.takeRequest();
        }
        connection.exchange(chat(alpha).header("X-Aurora-User-Path: /team/alpha/hidden"));

        assertThat(upstream.takeRequest().headerLines()).noneMatch(line -> line.contains("hidden"));
    }

    private static String place() throws InterruptedException {
        return CALLERS.poll(10, TimeUnit.SECONDS).userPath().map(UserPath::text).orElse("none");
    }

    private static RawRequest chat(String key) {
        return RawRequest.post("/v1/chat/completions").header("Authorization: Bearer " + key);
    }
}
