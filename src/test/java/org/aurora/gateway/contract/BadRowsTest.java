package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.contract.AdminClient.alias;
import static org.aurora.gateway.contract.AdminClient.price;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Rows that this version cannot read, as a newer one or a careless hand might leave them. */
@OnBothDatabases
class BadRowsTest extends AdminContract {
    BadRowsTest(DatabaseKind kind) {
        super(kind);
    }

    @Test
    void blockNoOthers() {
        admin.put(alias("first"), "{\"target\": \"my-model\"}").send();
        insert(2, "alias", "no-json", "{\"targets\": [");
        insert(3, "alias", "no-alias", "{\"colour\": \"red\"}");
        insert(4, "alias", "bad/", "{\"targets\": [{\"model\": \"gpt-x\", \"weight\": 1}]}");
        insert(5, "comet", "halley", "{\"tail\": true}");
        insert(6, "rule", "%2F", "{\"user_paths\": []}");
        insert(7, "price", "second/other", "{\"entries\": []}");
        insert(8, "price", "second/gpt-x", foreignPrice());
        insert(
                9,
                "alias",
                "last",
                "{\"targets\": [{\"model\": \"second/other\", \"weight\": 1}], \"strategy\": \"weighted\","
                        + " \"enabled\": true, \"hidden\": false, \"access\": \"both\"}");

        await().atMost(Duration.ofSeconds(5)).until(() -> chat.reaches("last").equals("other"));

        assertThat(chat.reaches("first")).isEqualTo("my-model");
        assertThat(chat.reaches("no-json")).isEqualTo("404 model_not_found");
        assertThat(admin.get("/aliases").send().items())
                .extracting(view -> view.path("name").asText())
                .contains("first", "last");
        assertThat(admin.get(price("second/gpt-x"))
                        .send()
                        .json()
                        .path("unpriced")
                        .asBoolean())
                .isTrue();
        Answer next = admin.put(alias("next"), "{\"target\": \"my-model\"}").send();
        assertThat(next.status()).isEqualTo(201);
        Answer mended =
                admin.put(alias("no-json"), "{\"target\": \"my-model\"}").send();
        assertThat(mended.etag()).isEqualTo("\"2\"");
        assertThat(chat.reaches("no-json")).isEqualTo("my-model");
        assertThat(admin.get("/export").send().status()).isEqualTo(200);
    }

    private static String foreignPrice() {
        return "{\"entries\": [{\"valid_from\": \"2001-01-01T00:00:00Z\","
                + " \"pricing\": {\"currency\": \"XXX\", \"per_page\": 1}}]}";
    }

    private void insert(int revision, String kind, String name, String value) {
        database.execute("INSERT INTO setting_change (revision, kind, name, version, actor, at_millis, value) VALUES ("
                + revision + ", '" + kind + "', '" + name + "', 1, 'hand', 0, '" + value + "')");
    }
}
