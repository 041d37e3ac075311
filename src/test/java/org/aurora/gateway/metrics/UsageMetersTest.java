package org.aurora.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.aurora.gateway.metrics.Scrape.Sample;
import org.aurora.gateway.pricing.Cost;
import org.aurora.gateway.pricing.TokenCounts;
import org.aurora.gateway.pricing.UnpricedReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageMetersTest {
    private final Measurements measurements = new Measurements();
    private final UsageMeters meters =
            new UsageMeters(measurements.registry(), "EUR", Events.providers("up", "other-up"));

    @AfterEach
    void close() {
        measurements.close();
    }

    private Scrape scrape() {
        Scrape.openMetrics(text(Exposition.OPEN_METRICS));
        return Scrape.prometheus(text(Exposition.PROMETHEUS));
    }

    private String text(Exposition exposition) {
        return new String(measurements.in(exposition), StandardCharsets.UTF_8);
    }

    @Test
    void addsUpCallsTokensAndCosts() {
        for (int i = 0; i < 10; i++) {
            meters.add(Events.call().through("regular", "deeper").event());
        }
        meters.add(Events.call().answered(502).event());

        Scrape scrape = scrape();
        String[] labels = {"provider", "up", "model", "gpt-x", "alias", "regular", "operation", "chat/completions"};
        assertThat(scrape.sum("aurora_requests_total", labels)).isEqualTo(10);
        assertThat(scrape.sum("aurora_requests_total", "status", "502", "alias", "(none)"))
                .isEqualTo(1);
        assertThat(scrape.sum("aurora_tokens_total", "kind", "input")).isEqualTo(1_100);
        assertThat(scrape.sum("aurora_tokens_total", "kind", "output")).isEqualTo(77);
        assertThat(scrape.sum("aurora_cost_total", labels)).isCloseTo(2.5, within(1e-9));
        assertThat(scrape.sum("aurora_cost_total", "currency", "EUR")).isCloseTo(2.75, within(1e-9));
    }

    @Test
    void tellsTokensOfEachKindApart() {
        TokenCounts counts =
                TokenCounts.of(100, 50).withCache(10, 20).withReasoning(30).withAudio(3, 4);

        meters.add(Events.call().using(counts).event());
        meters.add(Events.call().using(counts).event());

        Scrape scrape = scrape();
        assertThat(scrape.sum("aurora_tokens_total")).isEqualTo(300);
        assertThat(scrape.sum("aurora_token_details_total", "kind", "cached_input"))
                .isEqualTo(20);
        assertThat(scrape.sum("aurora_token_details_total", "kind", "cache_write"))
                .isEqualTo(40);
        assertThat(scrape.sum("aurora_token_details_total", "kind", "reasoning"))
                .isEqualTo(60);
        assertThat(scrape.sum("aurora_token_details_total", "kind", "audio_input"))
                .isEqualTo(6);
        assertThat(scrape.sum("aurora_token_details_total", "kind", "audio_output"))
                .isEqualTo(8);
    }

    @Test
    void neverShowsAnUnknownCostAsNothing() {
        meters.add(Events.call()
                .costing(new Cost.Unpriced(UnpricedReason.NO_PRICE))
                .event());
        meters.add(Events.call().sentNowhere(404).event());

        Scrape scrape = scrape();
        assertThat(scrape.sum("aurora_unpriced_requests_total", "model", "gpt-x", "reason", "no_price"))
                .isEqualTo(1);
        assertThat(scrape.families()).doesNotContainKey("aurora_cost_total");
    }

    @Test
    void showsAKnownCostOfNothing() {
        meters.add(Events.call().costing(Events.priced("0")).event());

        Scrape scrape = scrape();
        assertThat(scrape.samples("aurora_cost_total"))
                .extracting(Sample::value)
                .containsExactly(0.0);
        assertThat(scrape.families()).doesNotContainKey("aurora_unpriced_requests_total");
    }

    @Test
    void countsNoTokensWhereNoneAreKnown() {
        meters.add(Events.call().using(TokenCounts.UNKNOWN).event());

        assertThat(scrape().families()).doesNotContainKeys("aurora_tokens_total", "gen_ai_client_token_usage");
    }

    @Test
    void speaksOfCallsAsOpenTelemetryDoes() {
        meters.add(Events.call().event());
        meters.add(Events.call().to("completions").answered(429).event());
        meters.add(Events.call().to("rerank").streamed(true).event());

        Scrape scrape = scrape();
        String duration = "gen_ai_server_request_duration_seconds";
        assertThat(scrape.sum(duration + "_count", "gen_ai_operation_name", "chat", "error_type", ""))
                .isEqualTo(1);
        assertThat(scrape.sum(duration + "_sum", "gen_ai_operation_name", "chat", "gen_ai_provider_name", "openai"))
                .isEqualTo(1.5);
        assertThat(scrape.sum(duration + "_count", "gen_ai_operation_name", "text_completion", "error_type", "429"))
                .isEqualTo(1);
        assertThat(scrape.sum(duration + "_count", "gen_ai_operation_name", "rerank", "error_type", "cut_short"))
                .isEqualTo(1);
        assertThat(scrape.samples(duration + "_bucket", "gen_ai_operation_name", "chat"))
                .extracting(sample -> sample.labels().get("le"))
                .containsExactly(
                        "0.01", "0.02", "0.04", "0.08", "0.16", "0.32", "0.64", "1.28", "2.56", "5.12", "10.24",
                        "20.48", "40.96", "81.92", "+Inf");
        assertThat(scrape.sum("gen_ai_client_token_usage_sum", "gen_ai_token_type", "input"))
                .isEqualTo(300);
    }

    @Test
    void timesTheFirstByteOfSuccessfulAnswersAlone() {
        meters.add(Events.call().streamed(false).event());
        meters.add(Events.call().event());
        meters.add(Events.call().answered(500).event());

        Scrape scrape = scrape();
        String first = "gen_ai_server_time_to_first_token_seconds";
        assertThat(scrape.sum(first + "_count", "stream", "true")).isEqualTo(1);
        assertThat(scrape.sum(first + "_count")).isEqualTo(2);
        assertThat(scrape.sum(first + "_sum")).isCloseTo(0.06, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"200, 200", "418, 4xx", "451, 4xx", "599, 5xx", "499, 499", "0, (none)", "99, (none)", "600, (none)"})
    void showsUsualStatusesAndTheClassOfOthers(int status, String shown) {
        meters.add(Events.call().answered(status).event());

        assertThat(scrape().sum("aurora_requests_total", "status", shown)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m\"} 1\naurora_cost_total{model=\"forged",
                "\\",
                "\\\"",
                "\\n",
                "a\nb",
                "a\r\n# EOF\n",
                "# TYPE x counter",
                "{}",
                "\u0000\u0085\u2028\ud800",
                "",
                "日本 😀"
            })
    void writesNoTextThatANameHasForged(String hostile) {
        meters.add(Events.call().of("up", hostile).through(hostile).to(hostile).event());
        meters.add(Events.call().of(hostile, "gpt-x").event());

        Scrape scrape = scrape();
        assertThat(scrape.samples("aurora_requests_total")).hasSize(2);
        assertThat(scrape.samples("aurora_requests_total", "provider", "up"))
                .singleElement()
                .satisfies(sample -> {
                    assertThat(sample.labels()).containsEntry("model", LabelText.of(hostile));
                    assertThat(sample.labels()).containsEntry("alias", LabelText.of(hostile));
                });
        assertThat(scrape.samples("aurora_requests_total", "provider", "(other)"))
                .hasSize(1);
    }

    @Test
    void hasAPlaceForSoManyModelsAndNoMore() {
        for (int i = 0; i < 5_000; i++) {
            meters.add(Events.call().of("up", "model-" + i).event());
        }
        meters.add(Events.call().of("up", "model-7").event());

        Scrape scrape = scrape();
        List<Sample> samples = scrape.samples("aurora_requests_total");
        assertThat(samples).hasSize(CallNames.MOST_NAMES + 1);
        assertThat(scrape.sum("aurora_requests_total")).isEqualTo(5_001);
        assertThat(scrape.sum("aurora_requests_total", "model", "model-7")).isEqualTo(2);
        assertThat(scrape.sum("aurora_requests_total", "model", "(other)")).isEqualTo(4_800);
    }

    /** Each name may be among the first, and their combinations still too many. */
    @Test
    void hasAPlaceForSoManyCombinationsAndNoMore() {
        for (int alias = 0; alias < 150; alias++) {
            for (int model = 0; model < 150; model++) {
                meters.add(Events.call()
                        .of("up", "model-" + model)
                        .through("alias-" + alias)
                        .event());
            }
        }

        Scrape scrape = scrape();
        assertThat(scrape.samples("aurora_requests_total")).hasSize(CallNames.MOST_COMBINATIONS + 1);
        assertThat(scrape.sum("aurora_requests_total")).isEqualTo(22_500);
    }

    @Test
    void staysBoundedWhateverComes() {
        for (int i = 0; i < 20_000; i++) {
            meters.add(Events.call()
                    .of(i % 3 == 0 ? "up" : "provider-" + i, "model-" + i)
                    .through("alias-" + i)
                    .to("operation-" + i)
                    .answered(i % 1_000)
                    .event());
        }

        Scrape scrape = scrape();
        assertThat(scrape.sum("aurora_requests_total")).isEqualTo(20_000);
        assertThat(scrape.family("aurora_requests_total").samples()).hasSizeLessThan(2_000);
        assertThat(scrape.families().values().stream()
                        .mapToInt(family -> family.samples().size())
                        .sum())
                .isLessThan(100_000);
    }

    @Test
    void namesNothingThatACallerMadeUp() {
        for (int i = 0; i < 100; i++) {
            meters.add(Events.call().sentNowhere(404).event());
        }

        assertThat(scrape().samples("aurora_requests_total")).singleElement().satisfies(sample -> assertThat(
                        Set.copyOf(sample.labels().values()))
                .isEqualTo(Set.of("(none)", "(unknown)", "chat/completions", "404")));
    }
}
