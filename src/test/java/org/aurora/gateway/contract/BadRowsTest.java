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
    private static final String COMPLETE = """
            {"targets": [{"model": "second/other", "weight": 1}], "strategy": "weighted", "enabled": true,\
             "hidden": false, "access": "both"}""";

    BadRowsTest(DatabaseKind kind) {
        super(kind);
    }

    @Test
    void blockNoOthers() {
        admin.put(alias("first"), "{\"target\": \"my-model\"}").send();
        long before = newest();
        insert(before + 1, "alias", "no-json", "{\"targets\": [");
        insert(before + 2, "alias", "no-alias", "{\"colour\": \"red\"}");
        insert(before + 3, "alias", "bad/", COMPLETE);
        insert(before + 4, "comet", "halley", "{\"tail\": true}");
        insert(before + 5, "rule", "%2F", "{\"user_paths\": []}");
        insert(before + 6, "price", "second/other", "{\"entries\": []}");
        insert(before + 7, "price", "second/gpt-x", foreignPrice());
        insert(before + 8, "alias", "last", COMPLETE);

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

    @Test
    void closeWhatARuleSpeaksOf() {
        String name = storedAlias("closed");
        assertThat(chat.reaches(name)).isEqualTo("my-model");

        insert(newest() + 1, "rule", name, "{\"enabled\": true, \"of_a_later_version\": 1}");

        await().atMost(Duration.ofSeconds(5)).until(() -> chat.reaches(name).equals("403 model_access_denied"));
    }

    @Test
    void areListedInTheStatus() {
        String name = freshName("listed");
        insert(newest() + 1, "alias", name, "no json at all");

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(
                        admin.get("/settings/status").send().json().path("unreadable"))
                .anySatisfy(row -> {
                    assertThat(row.path("kind").asText()).isEqualTo("alias");
                    assertThat(row.path("name").asText()).isEqualTo(name);
                    assertThat(row.path("problem").asText()).isNotEmpty();
                }));
    }

    @Test
    void areShownAsTextInTheHistoryAndLeftOutOfExports() {
        String name = freshName("text");
        insert(newest() + 1, "alias", name, "not \"json\"");

        await().atMost(Duration.ofSeconds(5))
                .until(() -> admin.get("/settings/status").send().text().contains(name));

        assertThat(Journal.of(admin).of(name))
                .singleElement()
                .satisfies(change -> assertThat(change.path("after").asText()).isEqualTo("not \"json\""));
        assertThat(admin.get("/export").send().text()).doesNotContain(name);
    }

    @Test
    void areConflictsLikeAnyOther() {
        String name = freshName("conflict");
        insert(newest() + 1, "alias", name, "no json");
        await().atMost(Duration.ofSeconds(5))
                .until(() -> admin.get("/settings/status").send().text().contains(name));

        Answer answer =
                admin.put(alias(name), "{\"target\": \"gpt-x\"}").ifAbsent().send();

        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.etag()).isEqualTo("\"1\"");
        assertThat(answer.json().path("current").isNull()).isTrue();
    }

    private long newest() {
        return admin.get("/settings/status").send().json().path("revision").asLong();
    }

    private void insert(long revision, String kind, String name, String value) {
        database.execute("INSERT INTO setting_change (revision, kind, name, version, actor, at_millis, value) VALUES ("
                + revision + ", '" + kind + "', '" + name + "', 1, 'hand', 0, '" + value + "')");
    }
}
