package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.contract.AdminClient.price;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
class UsageTest extends AdminContract {
    private static final List<String> GROUPS = List.of("daily", "hourly", "models", "aliases", "user-paths", "keys");
    private static final List<String> REPORTS =
            List.of("summary", "daily", "hourly", "models", "aliases", "user-paths", "keys", "log");

    private final String place = "/" + freshName("usage");

    UsageTest(DatabaseKind kind) {
        super(kind);
    }

    private Answer usage(String report, String query) {
        return admin.get("/usage/" + report + "?" + query).send();
    }

    private RecordedCalls calls() {
        return RecordedCalls.in(database, place);
    }

    @Test
    void tellsWhatCallsUsedAndCost() {
        calls().priced(Instant.now(), "regular", "gpt-x", "0.000000000000000001", "999999999.5")
                .priced(Instant.now(), "regular", "my-model", "0.1", "0.2")
                .unpriced(Instant.now(), "a/b")
                .store();

        JsonNode summary = usage("summary", "days=2&user_path=" + place).json();

        assertThat(summary.toString())
                .isEqualTo(
                        "{\"currency\":\"USD\",\"total_requests\":3,\"total_input_tokens\":3000000,\"total_output_tokens\":1500000,"
                                + "\"total_tokens\":4500000,\"total_cached_input_tokens\":300,"
                                + "\"total_input_cost\":\"0.100000000000000001\",\"total_output_cost\":\"999999999.7\","
                                + "\"total_cost\":\"999999999.800000000000000001\",\"unpriced_requests\":1}");
    }

    @Test
    void showsAModelWithoutPriceAsThatEverywhere() {
        calls().unpriced(Instant.now(), "a/b").store();
        String query = "days=2&model=a%2Fb&user_path=" + place;

        assertThat(usage("summary", query).json().path("total_cost").isNull()).isTrue();
        assertThat(usage("models", query).items()).singleElement().satisfies(group -> {
            assertThat(group.path("model").asText()).isEqualTo("a/b");
            assertThat(group.path("total_cost").isNull()).isTrue();
            assertThat(group.path("unpriced_requests").asLong()).isEqualTo(1);
        });
        JsonNode entry = usage("log", query).json().path("entries").path(0);
        assertThat(entry.path("total_cost").isNull()).isTrue();
        assertThat(entry.path("unpriced_reason").asText()).isEqualTo("no_price");
    }

    @Test
    void groupsCalls() {
        Instant at = Instant.parse("2026-02-28T23:59:59.999Z");
        calls().priced(at, "o'alias", "gpt-x", "1", "2").store();
        String query = "start_date=2026-02-28&end_date=2026-02-28&user_path=" + place;

        assertThat(usage("daily", query).items())
                .singleElement()
                .satisfies(day -> assertThat(day.path("date").asText()).isEqualTo("2026-02-28"));
        assertThat(usage("hourly", query).items())
                .singleElement()
                .satisfies(hour -> assertThat(hour.path("hour").asText()).isEqualTo("2026-02-28T23:00:00Z"));
        assertThat(usage("aliases", query).items()).singleElement().satisfies(alias -> {
            assertThat(alias.path("alias").asText()).isEqualTo("o'alias");
            assertThat(alias.path("total_cost").asText()).isEqualTo("3");
        });
        assertThat(usage("user-paths", query).items())
                .singleElement()
                .satisfies(path -> assertThat(path.path("user_path").asText()).isEqualTo(place));
        assertThat(usage("keys", "start_date=2026-02-28&end_date=2026-02-28").items())
                .singleElement()
                .satisfies(key -> assertThat(key.path("key_id").asText()).isEqualTo("key-1"));
        assertThat(usage("daily", "start_date=2026-03-01&end_date=2026-03-01&user_path=" + place)
                        .items())
                .isEmpty();
    }

    @Test
    void showsSingleCallsOfOneRequestIdApart() {
        Instant at = Instant.now();
        calls().priced(at.minusMillis(5), "regular", "gpt-x", "1", "2")
                .unpriced(at, "gpt-x")
                .store();

        JsonNode log = usage("log", "days=2&limit=1&user_path=" + place).json();

        assertThat(log.path("total").asInt()).isEqualTo(2);
        assertThat(log.path("total_capped").asBoolean()).isFalse();
        assertThat(log.path("entries")).hasSize(1);
        JsonNode newest = log.path("entries").path(0);
        assertThat(newest.path("id").asText()).isEqualTo(place + "-1");
        assertThat(newest.path("request_id").asText()).isEqualTo("req_same");
        assertThat(newest.path("time_to_first_byte_ms").decimalValue()).isEqualByComparingTo("1.234");
        JsonNode older = usage("log", "days=2&limit=1&offset=1&user_path=" + place)
                .json()
                .path("entries")
                .path(0);
        assertThat(older.path("alias_chain").path(0).asText()).isEqualTo("regular");
        assertThat(older.path("total_cost").asText()).isEqualTo("3");
        assertThat(older.path("price_source").asText()).isEqualTo("override");
    }

    @Test
    void takesNoWildcardsInPlacesAndNames() {
        calls().unpriced(Instant.now(), "gpt-x").store();

        for (String other : List.of("/%25", "/usage_%25", place.substring(0, place.length() - 1) + "_", place + "1")) {
            assertThat(usage("summary", "user_path=" + other)
                            .json()
                            .path("total_requests")
                            .asInt())
                    .as(other)
                    .isZero();
        }
        for (String other : List.of("%25", "gpt_x", "gpt-%25", "GPT-X")) {
            assertThat(usage("summary", "model=" + other)
                            .json()
                            .path("total_requests")
                            .asInt())
                    .as(other)
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "days=0",
                "days=-1",
                "days=1.5",
                "days=",
                "days=36501",
                "days=1&days=2",
                "days=7&start_date=2026-01-01",
                "days=7&end_date=2026-01-01",
                "start_date=2026-02-30",
                "start_date=2026-1-1",
                "start_date=01.01.2026",
                "start_date=2026-01-01T00:00:00Z",
                "start_date=",
                "end_date=tomorrow",
                "start_date=2026-02-02&end_date=2026-02-01",
                "start_date=9999-01-01",
                "user_path=",
                "user_path=/a/../b",
                "user_path=/a%00b",
                "user_path=/a&user_path=/b",
                "model=",
                "model=a%00b",
                "model=a&model=b",
                "provider=%0A",
                "limit=0",
                "limit=10001",
                "offset=-1",
                "offset=1000001",
                "at=1",
                "group_by=model"
            })
    void refusesQueriesThatMeanNothing(String query) {
        for (String report : REPORTS) {
            assertThat(usage(report, query).status()).as(report).isEqualTo(400);
        }
    }

    @Test
    void answersTheSameParametersInEveryReport() {
        for (String report : REPORTS) {
            String place = report.equals("keys") ? "" : "&user_path=/none";
            assertThat(usage(report, "days=1&limit=5&offset=0" + place).status())
                    .as(report)
                    .isEqualTo(200);
        }
        for (String report : GROUPS) {
            assertThat(usage(report, "start_date=2020-01-01&end_date=2020-01-02")
                            .items())
                    .isEmpty();
        }
    }

    @Test
    void refusesQuestionsForWhichNoSumsAreKept() {
        assertThat(usage("keys", "user_path=/a").status()).isEqualTo(400);
        assertThat(usage("hourly", "user_path=/a&model=gpt-x").status()).isEqualTo(400);
        assertThat(usage("hourly", "user_path=/&model=gpt-x").status()).isEqualTo(200);
    }

    @Test
    void answersAdministratorsAlone() {
        assertThat(admin.withoutKey().get("/usage/summary").send().status()).isEqualTo(401);
        assertThat(admin.withoutKey().post("/usage/recalculate-pricing").send().status())
                .isEqualTo(401);
    }

    @Test
    void pricesRecordedCallsAnew() {
        Instant at = Instant.parse("2026-05-05T12:00:00Z");
        String model = freshName("repriced");
        calls().unpriced(at, model).unpriced(at.plusSeconds(60), model).store();
        admin.put(
                        price("openai-primary/" + model),
                        "{\"valid_from\": \"2026-05-05T12:00:30Z\", "
                                + "\"pricing\": {\"input_per_mtok\": 3, \"output_per_mtok\": 0.5}}")
                .send();
        String request = "{\"start_date\": \"2026-05-05\", \"end_date\": \"2026-05-05\", "
                + "\"selector\": \"openai-primary/" + model + "\"";

        JsonNode dry = recalculate(request + ", \"dry_run\": true}").json();
        JsonNode untouched = summary(model);
        JsonNode done = recalculate(request + "}").json();

        assertThat(dry.toString())
                .isEqualTo("{\"dry_run\":true,\"rows\":2,\"changed\":1,\"cost_before\":null,\"cost_after\":\"3.25\","
                        + "\"unpriced_before\":2,\"unpriced_after\":1,\"kept\":0,\"rows_gone\":0}");
        assertThat(untouched.path("total_cost").isNull()).isTrue();
        assertThat(done.path("changed").asInt()).isEqualTo(1);
        assertThat(summary(model).path("total_cost").asText()).isEqualTo("3.25");
        assertThat(summary(model).path("unpriced_requests").asInt()).isEqualTo(1);
        assertThat(recalculate(request + "}").json().path("changed").asInt()).isZero();
    }

    @Test
    void takesNoKnownCostAwayUnlessItIsTold() {
        Instant at = Instant.parse("2026-05-05T12:00:00Z");
        String model = freshName("forgotten");
        calls().unpriced(at, model).store();
        admin.put(
                        price("openai-primary/" + model),
                        "{\"valid_from\": \"2026-05-01T00:00:00Z\", "
                                + "\"pricing\": {\"input_per_mtok\": 3, \"output_per_mtok\": 0.5}}")
                .send();
        String request = "{\"start_date\": \"2026-05-05\", \"end_date\": \"2026-05-05\", "
                + "\"selector\": \"openai-primary/" + model + "\"";
        recalculate(request + "}");
        admin.delete(price("openai-primary/" + model)).send();

        JsonNode careful = recalculate(request + "}").json();
        JsonNode kept = summary(model);
        recalculate(request + ", \"may_unprice\": true}");

        assertThat(careful.path("kept").asInt()).isEqualTo(1);
        assertThat(careful.path("changed").asInt()).isZero();
        assertThat(kept.path("total_cost").asText()).isEqualTo("3.25");
        assertThat(summary(model).path("total_cost").isNull()).isTrue();
    }

    private JsonNode summary(String model) {
        return usage("summary", "start_date=2026-05-05&end_date=2026-05-05&model=" + model)
                .json();
    }

    private Answer recalculate(String json) {
        return admin.post("/usage/recalculate-pricing").json(json).send();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"start_date\": \"2026-05-05\"}",
                "{\"start_date\": \"2026-05-06\", \"end_date\": \"2026-05-05\"}",
                "{\"start_date\": \"2026-02-30\", \"end_date\": \"2026-05-05\"}",
                "{\"start_date\": 20260505, \"end_date\": \"2026-05-05\"}",
                "{\"start_date\": \"2026-05-05\", \"end_date\": \"2026-05-05\", \"dry_run\": \"yes\"}",
                "{\"start_date\": \"2026-05-05\", \"end_date\": \"2026-05-05\", \"price\": 1}",
                "{\"start_date\": \"2026-05-05\", \"end_date\": \"2026-05-05\", \"selector\": \"\"}",
                "{\"start_date\": \"2026-05-05\", \"end_date\": \"2026-05-05\", \"may_unprice\": 1}",
                "{\"start_date\": \"2026-05-05\", \"start_date\": \"2026-05-05\", \"end_date\": \"2026-05-05\"}"
            })
    void refusesRecalculationsThatMeanNothing(String json) {
        assertThat(recalculate(json).status()).isEqualTo(400);
    }

    @Test
    void countsDaysByUtc() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        calls().unpriced(today.atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1), "gpt-x")
                .store();

        assertThat(usage("summary", "start_date=" + today + "&user_path=" + place)
                        .json()
                        .path("total_requests")
                        .asInt())
                .isZero();
        assertThat(usage("summary", "user_path=" + place)
                        .json()
                        .path("total_requests")
                        .asInt())
                .isEqualTo(1);
    }
}
