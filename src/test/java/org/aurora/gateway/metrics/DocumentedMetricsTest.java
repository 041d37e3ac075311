package org.aurora.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aurora.gateway.metrics.Scrape.Family;
import org.aurora.gateway.testing.Caller;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.aurora.gateway.usage.UsageBacklog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/metrics.md against a gateway that has done some of everything, and what that gateway counted. */
class DocumentedMetricsTest {
    private static final Path PAGE = Path.of("docs/metrics.md");
    private static final String TOKEN = "metrics-token-0123456789";
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)`( \\*)? \\| (\\w+) \\| ([^|]*) \\|.*");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");
    private static final String ANSWER =
            "{\"model\":\"gpt-x\",\"usage\":{\"prompt_tokens\":100,\"completion_tokens\":7,"
                    + "\"prompt_tokens_details\":{\"cached_tokens\":40}}}";
    private static TestUpstream upstream;
    private static RunningGateway gateway;

    /** What the page says of one metric. */
    private record Row(String type, Set<String> labels, boolean always) {}

    @BeforeAll
    static void doSomeOfEverything() throws IOException {
        upstream = TestUpstream.answeringJson(ANSWER);
        gateway = RunningGateway.with("""
                        providers:
                          up:
                            type: openai
                            base_url: "%s"
                            api_key: sk-upstream-secret
                            models:
                              - id: priced
                                metadata: { pricing: { currency: USD, input_per_mtok: 1000, output_per_mtok: 2000 } }
                              - unpriced
                        aliases:
                          regular: { target: "up/priced" }
                        """.formatted(upstream.baseUrl()))
                .environment("METRICS_TOKEN", TOKEN)
                .start();
        try (Caller caller = Caller.of(gateway)) {
            for (int i = 0; i < 20; i++) {
                caller.chat("regular");
            }
            for (int i = 0; i < 5; i++) {
                caller.chat("up/unpriced");
            }
            for (int i = 0; i < 3; i++) {
                caller.chat("up/made-up-" + i);
            }
        }
        await().until(() -> scrape().sum("aurora_requests_total") >= 28);
    }

    @AfterAll
    static void stop() throws IOException {
        gateway.close();
        upstream.close();
    }

    private static Scrape scrape() throws IOException, InterruptedException {
        return Scrape.prometheus(get("/metrics", "Bearer " + TOKEN).body());
    }

    private static HttpResponse<String> get(String path, String authorization)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(gateway.uri(path))
                .header("authorization", authorization)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    /** Of a spool that holds something. */
    private static Scrape spool() {
        UsageBacklog backlog = new UsageBacklog() {
            @Override
            public long events() {
                return 12;
            }

            @Override
            public long bytes() {
                return 3_456;
            }

            @Override
            public Optional<Instant> oldest() {
                return Optional.of(NOON.minusSeconds(90));
            }

            @Override
            public long lost() {
                return 2;
            }
        };
        try (Measurements measurements = new Measurements()) {
            measurements.with(new SpoolMeters(backlog, Clock.fixed(NOON, ZoneOffset.UTC)));
            // Gauges once lost what they measured at the next collection, and were NaN from then on.
            System.gc();
            return Scrape.prometheus(new String(measurements.in(Exposition.PROMETHEUS), StandardCharsets.UTF_8));
        }
    }

    private static Map<String, Row> documented() throws IOException {
        Map<String, Row> rows = new TreeMap<>();
        ROW.matcher(Files.readString(PAGE)).results().forEach(row -> {
            rows.put(row.group(1), row(row));
            if (row.group(3).equals("histogram")) {
                rows.put(row.group(1) + "_max", new Row("gauge", row(row).labels(), false));
            }
        });
        return rows;
    }

    private static Row row(MatchResult row) {
        Set<String> labels = NAME.matcher(row.group(4))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Row(row.group(3), labels, row.group(2) == null);
    }

    private static Map<String, Family> exposed() throws IOException, InterruptedException {
        Map<String, Family> families = new TreeMap<>(scrape().families());
        families.putAll(spool().families());
        return families;
    }

    @Test
    void everyMetricIsDocumentedAsItIs() throws Exception {
        Map<String, Row> rows = documented();

        assertThat(exposed()).allSatisfy((name, family) -> {
            assertThat(rows).containsKey(name);
            Set<String> labels = new TreeSet<>(family.labelNames());
            labels.remove("le");
            Row row = rows.getOrDefault(name, new Row("", Set.of(), true));
            assertThat(family.type() + labels).isEqualTo(row.type() + row.labels());
        });
    }

    @Test
    void everyDocumentedMetricIsThere() throws Exception {
        Set<String> promised = documented().entrySet().stream()
                .filter(row -> row.getValue().always() || row.getKey().startsWith("aurora_"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());

        assertThat(promised).hasSizeGreaterThan(50);
        assertThat(exposed().keySet()).containsAll(promised);
    }

    @Test
    void callsOverHttpAreWhatIsCounted() throws Exception {
        Scrape scrape = scrape();

        String requests = "aurora_requests_total";
        assertThat(scrape.sum(requests, "alias", "regular", "model", "priced", "status", "200"))
                .isEqualTo(20);
        assertThat(scrape.sum(requests, "alias", "(none)", "model", "unpriced", "status", "200"))
                .isEqualTo(5);
        assertThat(scrape.sum(requests, "provider", "(none)", "model", "(unknown)", "status", "404"))
                .isEqualTo(3);
        assertThat(scrape.sum("aurora_tokens_total", "kind", "input")).isEqualTo(2_500);
        assertThat(scrape.sum("aurora_tokens_total", "kind", "output")).isEqualTo(175);
        assertThat(scrape.sum("aurora_token_details_total", "kind", "cached_input"))
                .isEqualTo(1_000);
        assertThat(scrape.sum("aurora_cost_total", "currency", "USD")).isCloseTo(20 * 0.114, within(1e-9));
        assertThat(scrape.samples("aurora_cost_total", "model", "unpriced")).isEmpty();
        assertThat(scrape.sum("aurora_unpriced_requests_total", "model", "unpriced", "reason", "no_price"))
                .isEqualTo(5);
        assertThat(scrape.sum("gen_ai_server_request_duration_seconds_count")).isEqualTo(28);
        assertThat(scrape.sum("gen_ai_server_time_to_first_token_seconds_count"))
                .isEqualTo(25);
        assertThat(scrape.samples("aurora_usage_lost_total"))
                .extracting(Scrape.Sample::value)
                .containsExactly(0.0);
        assertThat(scrape.sum("aurora_queue_capacity", "queue", "usage")).isPositive();
    }

    /** Meters refer to what they measure only weakly. */
    @Test
    void nothingIsForgottenWhenMemoryIsCollected() throws Exception {
        System.gc();

        assertThat(scrape().families().values())
                .flatExtracting(Family::samples)
                .filteredOn(sample -> Double.isNaN(sample.value()))
                .extracting(Scrape.Sample::name)
                .containsOnly("aurora_provider_last_success_timestamp_seconds");
    }

    @Test
    void bothPoolsOfTheDatabaseAreMeasured() throws Exception {
        Scrape scrape = scrape();

        assertThat(scrape.samples("hikaricp_connections_max", "pool", "settings"))
                .hasSize(1);
        assertThat(scrape.samples("hikaricp_connections_max", "pool", "usage")).hasSize(1);
    }

    @Test
    void aSpoolShowsWhatWaitsInIt() {
        Scrape spool = spool();

        assertThat(spool.sum("aurora_usage_spool_events")).isEqualTo(12);
        assertThat(spool.sum("aurora_usage_spool_bytes")).isEqualTo(3_456);
        assertThat(spool.sum("aurora_usage_spool_oldest_age_seconds")).isEqualTo(90);
        assertThat(spool.sum("aurora_usage_spool_lost_total")).isEqualTo(2);
    }

    @Test
    void theScrapeConfigurationAsksAsItHasTo() throws Exception {
        String page = Files.readString(PAGE);
        int begin = page.indexOf("```yaml\n") + "```yaml\n".length();
        JsonNode job = new YAMLMapper()
                .readTree(page.substring(begin, page.indexOf("```", begin)))
                .at("/scrape_configs/0");

        String scheme = job.at("/authorization/type").asText();
        assertThat(job.at("/authorization/credentials_file").asText()).isNotEmpty();
        assertThat(job.at("/static_configs/0/targets/0").asText()).endsWith(":8080");
        assertThat(get(job.path("metrics_path").asText(), scheme + " " + TOKEN).statusCode())
                .isEqualTo(200);
    }
}
