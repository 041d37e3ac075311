package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.contract.AdminClient.alias;
import static org.aurora.gateway.contract.AdminClient.price;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
class ModelPricingTest extends AdminContract {
    private static final String DECLARED = """
              priced:
                type: vllm
                base_url: "http://127.0.0.1:9"
                models:
                  - { id: base, metadata: { pricing: { input_per_mtok: 1.50, output_per_mtok: 6 } } }
                  - { id: other, metadata: { pricing: { input_per_mtok: 1, output_per_mtok: 1 } } }
                  - { id: third, metadata: { pricing: { input_per_mtok: 2, output_per_mtok: 2 } } }
            aliases:
              cheapest: { targets: ["priced/third", "priced/other"], strategy: cost }
            """;

    ModelPricingTest(DatabaseKind kind) {
        super(kind, DECLARED);
    }

    private static String fresh() {
        return "second/" + freshName("model");
    }

    private JsonNode show(String selector) {
        return admin.get(price(selector)).send().json();
    }

    @Test
    void addToTheBaseFieldByField() {
        Answer answer = admin.put(
                        price("priced/base"),
                        "{\"pricing\": {\"output_per_mtok\": 7.250, \"per_request\": 0.000000000000001}}")
                .send();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.etag()).isEqualTo("\"1\"");
        JsonNode view = show("priced/base");
        assertThat(view).isEqualTo(answer.json());
        assertThat(view.path("base")).isEqualTo(Answer.parse("""
                        {"unpriced": false, "currency": "USD", "input_per_mtok": 1.5, "output_per_mtok": 6,
                         "sources": {"input_per_mtok": "config", "output_per_mtok": "config"}}
                        """));
        assertThat(view.path("effective").toString()).contains("\"input_per_mtok\":1.5,\"output_per_mtok\":7.25");
        assertThat(view.path("effective").path("sources")).isEqualTo(Answer.parse("""
                        {"input_per_mtok": "config", "output_per_mtok": "override", "per_request": "override"}
                        """));
        assertThat(answer.text()).contains("0.000000000000001");
    }

    @Test
    void areATimeline() {
        String selector = fresh();
        admin.put(price(selector), "{\"valid_from\": \"2999-01-01T00:00:00Z\", \"pricing\": {\"per_page\": 3}}")
                .send();
        admin.put(price(selector), "{\"valid_from\": \"2001-01-01T02:00:00+02:00\", \"pricing\": {\"per_page\": 1}}")
                .send();
        Answer replaced = admin.put(
                        price(selector), "{\"valid_from\": \"2999-01-01T00:00:00Z\", \"pricing\": {\"per_page\": 2}}")
                .send();

        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.json().path("valid_from").asText()).isEqualTo("2001-01-01T00:00:00Z");
        assertThat(replaced.json().path("effective").path("per_page").asInt()).isEqualTo(1);
        assertThat(replaced.json().path("entries")).isEqualTo(Answer.parse("""
                        [{"valid_from": "2001-01-01T00:00:00Z", "pricing": {"currency": "USD", "per_page": 1}},
                         {"valid_from": "2999-01-01T00:00:00Z", "pricing": {"currency": "USD", "per_page": 2}}]
                        """));
    }

    @Test
    void areUnpricedUntilTheFirstEntry() {
        String selector = fresh();

        JsonNode view = admin.put(
                        price(selector), "{\"valid_from\": \"2999-01-01T00:00:00Z\", \"pricing\": {\"per_page\": 3}}")
                .send()
                .json();

        assertThat(view.path("unpriced").asBoolean()).isTrue();
        assertThat(view.path("effective")).isEqualTo(Answer.parse("{\"unpriced\": true, \"sources\": {}}"));
        assertThat(view.path("pricing").isNull()).isTrue();
        assertThat(view.path("known").asBoolean()).isFalse();
        assertThat(view.path("warnings")).hasSize(1);
    }

    @Test
    void keepTiers() {
        JsonNode view = admin.put(price(fresh()), """
                        {"pricing": {"tiers": [{"up_to_mtok": 0.2, "input_per_mtok": 1.25, "output_per_mtok": 10},
                                               {"up_to_mtok": 1, "input_per_mtok": 2.5, "cached_input_per_mtok": 0.25,
                                                "cache_write_per_mtok": 3.125}]}}
                        """).send().json();

        assertThat(view.path("effective").path("tiers")).isEqualTo(Answer.parse("""
                        [{"up_to_mtok": 0.2, "input_per_mtok": 1.25, "output_per_mtok": 10},
                         {"up_to_mtok": 1, "input_per_mtok": 2.5, "cached_input_per_mtok": 0.25,
                          "cache_write_per_mtok": 3.125}]
                        """));
        assertThat(view.path("effective").path("sources").path("tiers").asText())
                .isEqualTo("override");
    }

    @Test
    void loseOneEntryOrAll() {
        String selector = fresh();
        admin.put(price(selector), "{\"valid_from\": \"2001-01-01T00:00:00Z\", \"pricing\": {\"per_page\": 1}}")
                .send();
        admin.put(price(selector), "{\"valid_from\": \"2002-01-01T00:00:00Z\", \"pricing\": {\"per_page\": 2}}")
                .send();

        Answer one = admin.delete(price(selector) + "?valid_from=2002-01-01T00:00:00Z")
                .send();
        assertThat(one.status()).isEqualTo(204);
        assertThat(show(selector).path("effective").path("per_page").asInt()).isEqualTo(1);
        assertThat(admin.delete(price(selector) + "?valid_from=2002-01-01T00:00:00Z")
                        .send()
                        .status())
                .isEqualTo(404);

        assertThat(admin.delete(price(selector)).send().status()).isEqualTo(204);
        assertThat(admin.get(price(selector)).send().status()).isEqualTo(404);
        assertThat(admin.delete(price(selector)).send().status()).isEqualTo(404);
    }

    @Test
    void areGoneWithTheirLastEntry() {
        String selector = fresh();
        admin.put(price(selector), "{\"valid_from\": \"2001-01-01T00:00:00Z\", \"pricing\": {\"per_page\": 1}}")
                .send();

        admin.delete(price(selector) + "?valid_from=2001-01-01T00%3A00%3A00Z").send();

        assertThat(admin.get(price(selector)).send().status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"pricing\": null}",
                "{\"pricing\": []}",
                "{\"pricing\": {\"input_per_mtok\": -1}}",
                "{\"pricing\": {\"input_per_mtok\": \"1\"}}",
                "{\"pricing\": {\"input_per_mtok\": 1e400}}",
                "{\"pricing\": {\"input_per_mtok\": 1e16}}",
                "{\"pricing\": {\"input_per_mtok\": 1e-16}}",
                "{\"pricing\": {\"input_per_mtok\": NaN}}",
                "{\"pricing\": {\"input_per_mtok\": true}}",
                "{\"pricing\": {\"input_per_mtok\": {\"a\": 1}}}",
                "{\"pricing\": {\"input_per_token\": 1}}",
                "{\"pricing\": {\"currency\": \"EUR\", \"input_per_mtok\": 1}}",
                "{\"pricing\": {\"tiers\": []}}",
                "{\"pricing\": {\"tiers\": [{\"input_per_mtok\": 1}]}}",
                "{\"pricing\": {\"tiers\": [{\"up_to_mtok\": 2}, {\"up_to_mtok\": 1}]}}",
                "{\"pricing\": {\"tiers\": [{\"up_to_mtok\": 0}]}}",
                "{\"pricing\": {\"tiers\": [{\"up_to_mtok\": 1, \"cached_input_per_mtok\": -1}]}}",
                "{\"pricing\": {\"tiers\": [{\"up_to_mtok\": 1, \"per_page\": 1}]}}",
                "{\"pricing\": {}, \"valid_from\": \"tomorrow\"}",
                "{\"pricing\": {}, \"valid_from\": \"2026-01-01\"}",
                "{\"pricing\": {}, \"colour\": \"red\"}"
            })
    void refuseWhatIsNoPrice(String body) {
        assertThat(admin.put(price("second/other"), body).send().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-x", "/", "second/", "Second/x", "/x", "second/a\u0007b"})
    void belongToOneModelOfOneProvider(String selector) {
        assertThat(admin.put(price(selector), "{\"pricing\": {\"per_page\": 1}}")
                        .send()
                        .status())
                .isEqualTo(400);
    }

    @Test
    void acceptTheirOwnViewSentBack() {
        String selector = fresh();
        ObjectNode before = admin.put(price(selector), "{\"pricing\": {\"input_per_mtok\": 0.1}}")
                .send()
                .json()
                .deepCopy();

        Answer answer = admin.put(price(selector), before.toString()).send();

        assertThat(answer.status()).isEqualTo(200);
        List<String> ofTheWrite = List.of("version", "updated_at");
        assertThat(((ObjectNode) answer.json()).remove(ofTheWrite)).isEqualTo(before.remove(ofTheWrite));
    }

    @Test
    void areChangedOnlyAsTheWriterKnewThem() {
        String selector = fresh();
        admin.put(price(selector), "{\"pricing\": {\"per_page\": 1}}")
                .ifAbsent()
                .send();

        Answer refused = admin.put(price(selector), "{\"pricing\": {\"per_page\": 2}}")
                .ifMatch("\"7\"")
                .send();

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.json().path("current").path("version").asInt()).isEqualTo(1);
    }

    @Test
    void areShownAsTheyWereAndRevertedAsAnySetting() {
        String selector = fresh();
        admin.put(price(selector), "{\"valid_from\": \"2001-01-01T00:00:00Z\", \"pricing\": {\"per_page\": 1}}")
                .send();
        long then = Journal.of(admin).revision();
        admin.put(price(selector), "{\"valid_from\": \"2001-01-01T00:00:00Z\", \"pricing\": {\"per_page\": 2}}")
                .send();

        assertThat(admin.get(price(selector) + "?at=" + then)
                        .send()
                        .json()
                        .path("effective")
                        .path("per_page")
                        .asInt())
                .isEqualTo(1);
        Answer history = admin.get("/changes?kind=price&name=" + AdminClient.segment(selector))
                .send();
        assertThat(history.items()).hasSize(2);
        JsonNode last = history.json().path(0);
        Answer reverted = admin.post("/changes/" + last.path("revision").asLong() + "/revert")
                .send();
        assertThat(reverted.json().path("effective").path("per_page").asInt()).isEqualTo(1);
        assertThat(reverted.json().path("version").asInt()).isEqualTo(3);
    }

    @Test
    void areExportedAndImported() {
        String selector = fresh();
        admin.put(price(selector), """
                        {"valid_from": "2001-01-01T00:00:00Z",
                         "pricing": {"input_per_mtok": 0.000000000000001, "tiers": [{"up_to_mtok": 0.2}, {"up_to_mtok": 1,
                            "cached_input_per_mtok": 0.000000000000001, "cache_write_per_mtok": 0}]}}
                        """).send();
        String exported = admin.get("/export").send().text();

        Answer again = admin.post("/import?mode=merge").yaml(exported).send();
        admin.delete(price(selector)).send();
        Answer back = admin.post("/import?mode=merge").yaml(exported).send();

        assertThat(again.json().path("changes")).isEmpty();
        assertThat(back.json().path("changes")).hasSize(1);
        assertThat(admin.get("/export").send().text()).isEqualTo(exported);
    }

    @Test
    void areListedWithEveryModelThatIsKnown() {
        String selector = fresh();
        admin.put(price(selector), "{\"pricing\": {\"per_page\": 1}}").send();

        List<JsonNode> views = admin.get("/model-pricing").send().items().toList();

        assertThat(views).extracting(view -> view.path("selector").asText()).contains(selector, "second/gpt-x");
        assertThat(views).extracting(view -> view.path("selector").asText()).isSorted();
        assertThat(views)
                .filteredOn(view -> view.path("selector").asText().equals("second/gpt-x"))
                .allSatisfy(
                        view -> assertThat(view.path("unpriced").asBoolean()).isTrue());
    }

    @Test
    void areInTheExplanationOfACall() {
        JsonNode priced = explained("priced/other");
        JsonNode unpriced = explained("second/gpt-x");
        JsonNode nothing = explained("nobody");

        assertThat(priced.path("price").path("input_per_mtok").asInt()).isEqualTo(1);
        assertThat(unpriced.path("price")).isEqualTo(Answer.parse("{\"unpriced\": true, \"sources\": {}}"));
        assertThat(nothing.path("price").isNull()).isTrue();
    }

    @Test
    void decideWhichModelIsTheCheapest() {
        assertThat(explained("cheapest").path("target").path("model").asText()).isEqualTo("other");

        admin.put(price("priced/third"), "{\"pricing\": {\"input_per_mtok\": 0}}")
                .send();
        admin.put(price("priced/other"), "{\"pricing\": {\"input_per_mtok\": 5}}")
                .send();

        assertThat(explained("cheapest").path("target").path("model").asText()).isEqualTo("third");
        admin.delete(price("priced/third")).send();
        admin.delete(price("priced/other")).send();
    }

    @Test
    void chooseForAStoredAliasToo() {
        String name = freshName("thrifty");

        Answer answer = admin.put(
                        alias(name),
                        "{\"targets\": [{\"model\": \"priced/third\"}, {\"model\": \"priced/other\"}],"
                                + " \"strategy\": \"cost\"}")
                .send();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("strategy").asText()).isEqualTo("cost");
    }

    private JsonNode explained(String model) {
        return admin.post("/resolve")
                .json("{\"model\": \"" + model + "\"}")
                .send()
                .json();
    }
}
