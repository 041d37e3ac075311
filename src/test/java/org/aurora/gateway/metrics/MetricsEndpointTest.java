package org.aurora.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.aurora.gateway.testing.Caller;
import org.aurora.gateway.testing.MadeKey;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsEndpointTest {
    private static final String TOKEN = "metrics-token-0123456789";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static TestUpstream upstream;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        upstream = TestUpstream.answering(exchange -> {
            if (exchange.bodyText().contains("stream")) {
                exchange.beginEvents();
                exchange.chunk("data: 1\n\n");
                exchange.closedByGatewayWithin(Duration.ofSeconds(10));
            } else {
                exchange.json(200, "{\"id\":\"1\"}");
            }
        });
        gateway = setup(upstream).environment("METRICS_TOKEN", TOKEN).start();
    }

    private static RunningGateway.Setup setup(TestUpstream upstream) {
        return RunningGateway.with(RunningGateway.yamlFor(upstream))
                .environment("AURORA_ADMIN_KEYS", "monitoring:admin-key-0123456789");
    }

    @AfterAll
    static void stop() throws IOException {
        gateway.close();
        upstream.close();
    }

    private static HttpResponse<String> send(RunningGateway to, String method, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(to.uri("/metrics")).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static Scrape scrape(RunningGateway of) {
        try {
            HttpResponse<String> answer = send(of, "GET", "authorization", "Bearer " + RunningGateway.MASTER_KEY);
            assertThat(answer.statusCode()).isEqualTo(200);
            return Scrape.prometheus(answer.body());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RunningGateway.MASTER_KEY, "admin-key-0123456789", TOKEN})
    void isReadWithAnAdminKeyOrItsOwn(String key) throws Exception {
        assertThat(send(gateway, "GET", "authorization", "Bearer " + key).statusCode())
                .isEqualTo(200);
        assertThat(send(gateway, "GET", "x-api-key", key).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wrong-key-0123456789",
                TOKEN + "x",
                "metrics-token-012345678",
                "METRICS-TOKEN-0123456789",
                "sk_aurora_aaaaaaaaaaaa_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void isRefusedToAKeyThatIsNotKnown(String key) throws Exception {
        HttpResponse<String> answer = send(gateway, "GET", "authorization", "Bearer " + key);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("www-authenticate")).contains("Bearer");
        assertThat(answer.body())
                .contains("\"type\":\"authentication_error\"", "\"param\":null", "\"code\":\"invalid_api_key\"");
    }

    @Test
    void isRefusedWithoutAKey() throws Exception {
        HttpResponse<String> answer = send(gateway, "GET");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("www-authenticate")).contains("Bearer");
        assertThat(answer.body()).contains("\"code\":\"missing_api_key\"");
    }

    @Test
    void isRefusedToAKeyInTheWrongPlace() throws Exception {
        assertThat(send(gateway, "GET", "authorization", TOKEN).statusCode()).isEqualTo(401);
        assertThat(send(gateway, "GET", "authorization", "Basic " + TOKEN).statusCode())
                .isEqualTo(401);
        assertThat(send(gateway, "GET", "x-api-key", TOKEN, "x-api-key", TOKEN).statusCode())
                .isEqualTo(401);
        assertThat(send(gateway, "GET", "authorization", "Bearer nothing", "x-api-key", TOKEN)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void isRefusedToAKeyForModels() throws Exception {
        MadeKey key = MadeKey.at(gateway, "{\"name\":\"app\",\"user_path\":\"/team\"}");

        HttpResponse<String> answer =
                send(gateway, "GET", "authorization", "Bearer " + key.value(), "x-aurora-user-path", "/elsewhere");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"code\":\"admin_required\"");
    }

    @Test
    void hasAKeyThatIsGoodForNothingElse() throws Exception {
        for (String path : List.of("/v1/models", "/admin/api/v1/aliases")) {
            HttpRequest request = HttpRequest.newBuilder(gateway.uri(path))
                    .header("authorization", "Bearer " + TOKEN)
                    .build();
            assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void asksNobodyWhereItIsPublic() throws Exception {
        try (RunningGateway open =
                setup(upstream).environment("METRICS_PUBLIC", "true").start()) {
            assertThat(send(open, "GET").statusCode()).isEqualTo(200);
            assertThat(send(open, "GET", "authorization", "Bearer wrong-key-0123456789")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void isNotOpenToAnonymousCallersOfModels() throws Exception {
        try (RunningGateway anonymous = setup(upstream)
                .environment("AURORA_ALLOW_ANONYMOUS", "true")
                .environment("USAGE_ENABLED", "false")
                .start()) {
            assertThat(send(anonymous, "GET").statusCode()).isEqualTo(401);
            assertThat(scrape(anonymous).families()).containsKey("aurora_open_calls");
        }
    }

    @Test
    void answersHeadAndNoOtherMethod() throws Exception {
        HttpResponse<String> head = send(gateway, "HEAD", "x-api-key", TOKEN);
        HttpResponse<String> post = send(gateway, "POST", "x-api-key", TOKEN);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(post.statusCode()).isEqualTo(405);
        assertThat(post.headers().firstValue("allow")).contains("GET, HEAD");
    }

    @Test
    void comesInTheFormatThatIsAskedFor() throws Exception {
        HttpResponse<String> plain = send(gateway, "GET", "x-api-key", TOKEN);
        HttpResponse<String> open = send(
                gateway,
                "GET",
                "x-api-key",
                TOKEN,
                "accept",
                "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.2,*/*;q=0.1");

        assertThat(plain.headers().firstValue("content-type")).contains("text/plain; version=0.0.4; charset=utf-8");
        Scrape.prometheus(plain.body());
        assertThat(open.headers().firstValue("content-type"))
                .contains("application/openmetrics-text; version=1.0.0; charset=utf-8");
        Scrape.openMetrics(open.body());
    }

    @Test
    void countsEveryRequestThatWasMade() throws Exception {
        try (RunningGateway counted = setup(upstream).start()) {
            try (Caller caller = Caller.of(counted)) {
                for (int i = 0; i < 7; i++) {
                    caller.chat("up/gpt-x");
                }
                for (int i = 0; i < 3; i++) {
                    caller.chat("up/nothing");
                }
            }
            for (String path : List.of(
                    "/health",
                    "/health",
                    "/ready",
                    "/nowhere",
                    "/v1/models",
                    "/v1/models/up/gpt-x",
                    "/admin/api/v1/aliases")) {
                HTTP.send(HttpRequest.newBuilder(counted.uri(path)).build(), BodyHandlers.discarding());
            }

            String requests = "aurora_http_requests_total";
            await().untilAsserted(() -> {
                Scrape scrape = scrape(counted);
                assertThat(scrape.sum(requests, "class", "model", "status", "200"))
                        .isEqualTo(7);
                assertThat(scrape.sum(requests, "class", "model", "status", "404"))
                        .isEqualTo(3);
                assertThat(scrape.sum(requests, "class", "list", "status", "401"))
                        .isEqualTo(2);
                assertThat(scrape.sum(requests, "class", "admin", "status", "401"))
                        .isEqualTo(1);
                assertThat(scrape.sum(requests, "class", "other", "status", "404"))
                        .isEqualTo(1);
                assertThat(scrape.sum(requests, "class", "operations", "status", "200"))
                        .isGreaterThanOrEqualTo(3);
            });
        }
    }

    @Test
    void showsACallWhileItIsOpenAndOneWhoseCallerLeft() throws Exception {
        try (RunningGateway shown = setup(upstream).start()) {
            try (Caller caller = Caller.of(shown)) {
                caller.post("/v1/chat/completions", "{\"model\":\"up/gpt-x\",\"stream\":true}");
                caller.head();
                caller.chunk();

                Scrape scrape = scrape(shown);
                // The scrape itself is open too.
                assertThat(scrape.sum("aurora_open_calls")).isEqualTo(2);
                assertThat(scrape.sum("aurora_request_bodies_bytes")).isPositive();
                assertThat(scrape.sum("aurora_upstream_connections", "provider", "up", "state", "active"))
                        .isEqualTo(1);
            }
            await().untilAsserted(() -> {
                Scrape scrape = scrape(shown);
                assertThat(scrape.sum("aurora_open_calls")).isEqualTo(1);
                assertThat(scrape.sum("aurora_request_bodies_bytes")).isZero();
                assertThat(scrape.sum("aurora_http_requests_total", "class", "model", "status", "499"))
                        .isEqualTo(1);
                assertThat(scrape.sum("aurora_upstream_connections", "state", "active"))
                        .isZero();
            });
        }
    }

    @Test
    void tellsHowThingsStand() throws Exception {
        for (int i = 0; i < 3; i++) {
            HttpRequest list = HttpRequest.newBuilder(gateway.uri("/v1/models"))
                    .header("x-api-key", RunningGateway.MASTER_KEY)
                    .build();
            HTTP.send(list, BodyHandlers.discarding());
        }

        Scrape scrape = scrape(gateway);
        assertThat(scrape.sum("aurora_provider_models", "provider", "up", "source", "configured"))
                .isEqualTo(2);
        assertThat(scrape.sum("aurora_provider_state", "provider", "up", "state", "ok"))
                .isEqualTo(1);
        assertThat(scrape.sum("aurora_provider_state", "provider", "up")).isEqualTo(1);
        assertThat(scrape.sum("aurora_database_up")).isEqualTo(1);
        assertThat(scrape.sum("cache_gets_total", "cache", "model-lists", "result", "hit"))
                .isGreaterThanOrEqualTo(2);
        assertThat(scrape.sum("hikaricp_connections_max", "pool", "settings")).isEqualTo(8);
        assertThat(scrape.sum("aurora_event_loops")).isGreaterThanOrEqualTo(2);
        assertThat(scrape.sum("jvm_memory_used_bytes", "area", "heap")).isPositive();
        assertThat(scrape.sum("process_uptime_seconds")).isPositive();
    }

    @Test
    void followsTheRevisionOfTheSettings() throws Exception {
        double before = scrape(gateway).sum("aurora_settings_revision");

        MadeKey.at(gateway, "{\"name\":\"one more\"}");

        assertThat(scrape(gateway).sum("aurora_settings_revision")).isEqualTo(before + 1);
    }
}
