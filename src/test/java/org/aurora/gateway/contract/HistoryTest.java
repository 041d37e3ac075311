package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.aurora.gateway.contract.AdminClient.alias;
import static org.aurora.gateway.contract.AdminClient.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
class HistoryTest extends AdminContract {
    HistoryTest(DatabaseKind kind) {
        super(kind);
    }

    @Test
    void saysWhoChangedWhatWhenAndWhy() {
        String name = freshName("told");
        admin.put(alias(name), "{\"target\": \"my-model\", \"description\": \"one\"}")
                .because("a start")
                .send();
        admin.put(alias(name), "{\"target\": \"second/other\"}").send();
        admin.delete(alias(name)).because("no more").send();

        List<JsonNode> changes = Journal.of(admin).of(name);

        assertThat(changes)
                .extracting(
                        change -> change.path("kind").asText(),
                        change -> change.path("version").asInt(),
                        change -> change.path("actor").asText(),
                        change -> change.path("reason").textValue())
                .containsExactly(
                        tuple("alias", 1, "master", "a start"),
                        tuple("alias", 2, "master", null),
                        tuple("alias", 3, "master", "no more"));
        assertThat(changes)
                .extracting(change -> change.path("claimed_author").isNull())
                .containsOnly(true);
        assertThat(Instant.parse(changes.get(0).path("at").asText()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
        assertThat(changes.get(0).path("before").isNull()).isTrue();
        assertThat(changes.get(0).path("after").path("description").asText()).isEqualTo("one");
        assertThat(changes.get(1).path("before")).isEqualTo(changes.get(0).path("after"));
        assertThat(changes.get(1).path("after").has("description")).isFalse();
        assertThat(changes.get(2).path("before")).isEqualTo(changes.get(1).path("after"));
        assertThat(changes.get(2).path("after").isNull()).isTrue();
    }

    @Test
    void pagesBackwards() {
        List<Long> written = new ArrayList<>();
        String name = freshName("paged");
        for (int i = 0; i < 5; i++) {
            admin.put(alias(name), "{\"target\": \"my-model\", \"description\": \"" + i + "\"}")
                    .send();
        }
        String query = "/changes?kind=alias&limit=2&name=" + name;

        List<Long> found = new ArrayList<>(revisions(query));
        assertThat(found).hasSize(2);
        List<Long> next = revisions(query + "&before=" + found.get(1));
        found.addAll(next);
        found.addAll(revisions(query + "&before=" + next.get(1)));

        Journal.of(admin)
                .of(name)
                .forEach(change -> written.add(0, change.path("revision").asLong()));
        assertThat(found).containsExactlyElementsOf(written);
        assertThat(revisions(query + "&before=" + found.get(4))).isEmpty();
    }

    @Test
    void isAskedByKindAndByName() {
        String name = freshName("both");
        admin.put(alias(name), "{\"target\": \"my-model\"}").send();
        admin.put(rule(name), "{}").send();

        assertThat(admin.get("/changes?name=" + name).send().items()).hasSize(2);
        assertThat(admin.get("/changes?kind=rule&name=" + name).send().items())
                .singleElement()
                .satisfies(change -> assertThat(change.path("kind").asText()).isEqualTo("rule"));
        assertThat(admin.get("/changes?kind=rule&limit=200").send().items())
                .allMatch(change -> change.path("kind").asText().equals("rule"));
        assertThat(admin.get("/changes?name=" + name.toUpperCase(Locale.ROOT))
                        .send()
                        .items())
                .isEmpty();
    }

    @Test
    void isAskedByWhoChangedSomething() {
        String name = freshName("by");
        admin.put(alias(name), "{\"target\": \"my-model\"}").send();
        admin.withKey(ALICE).put(alias(name), "{\"target\": \"second/other\"}").send();

        assertThat(admin.get("/changes?actor=alice&name=" + name).send().items())
                .singleElement()
                .satisfies(change -> assertThat(change.path("version").asInt()).isEqualTo(2));
        assertThat(admin.get("/changes?actor=master&name=" + name).send().items())
                .hasSize(1);
        assertThat(admin.get("/changes?actor=ALICE").send().items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=-1",
                "limit=ten",
                "limit=",
                "limit=1.5",
                "limit=1&limit=2",
                "limit=99999999999999999999",
                "before=0",
                "before=-1",
                "before=x",
                "before=1%20OR%201=1",
                "kind=comet",
                "kind=Alias",
                "kind=alias&kind=rule",
                "actor=a&actor=b",
                "actor=a%00b",
                "at=1",
                "colour=red"
            })
    void refusesQueriesThatMeanNothing(String query) {
        assertThat(admin.get("/changes?" + query).send().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource
    void showsEachNameAsItWasAtARevision(Resource resource) {
        String path = resource.path(freshName("past"));
        admin.put(path, resource.body()).send();
        long first = newestRevision();
        admin.put(path, resource.otherBody()).send();
        long second = newestRevision();
        admin.delete(path).send();
        long third = newestRevision();

        Answer before = admin.get(path + "?at=" + (first - 1)).send();
        Answer one = admin.get(path + "?at=" + first).send();
        Answer two = admin.get(path + "?at=" + second).send();
        Answer three = admin.get(path + "?at=" + third).send();

        assertThat(before.status()).isEqualTo(404);
        assertThat(one.json().path("version").asInt()).isEqualTo(1);
        assertThat(two.json().path("version").asInt()).isEqualTo(2);
        assertThat(settings(one)).isNotEqualTo(settings(two));
        assertThat(three.status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void showsAllNamesAsTheyWereAtARevision(Resource resource) {
        admin.put(resource.path(freshName("then")), resource.body()).send();
        long then = newestRevision();
        List<JsonNode> listed = admin.get(resource.path()).send().items().toList();
        admin.put(resource.path(freshName("later")), resource.body()).send();

        assertThat(admin.get(resource.path() + "?at=" + then).send().items()).containsExactlyElementsOf(listed);
        assertThat(admin.get(resource.path() + "?at=0").send().items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"at=-1", "at=x", "at=", "at=1&at=2", "at=99999999999", "at=1e0", "before=1"})
    void refusesTimesThatAreNone(String query) {
        String name = storedAlias("timed");

        for (Resource resource : Resource.values()) {
            assertThat(admin.get(resource.path() + "?" + query).send().status()).isEqualTo(400);
        }
        assertThat(admin.get(alias(name) + "?" + query).send().status()).isEqualTo(400);
    }

    @Test
    void keepsReasonsInEveryScript() throws IOException {
        String name = freshName("reason");
        String utf8 = new String("grün 模型 😀".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        RawRequest.status(gateway, "PUT", alias(name), Resource.ALIASES.body(), "x-change-reason: " + utf8);

        assertThat(Journal.of(admin).of(name))
                .singleElement()
                .satisfies(change -> assertThat(change.path("reason").asText()).isEqualTo("grün 模型 😀"));
    }

    @Test
    void refusesReasonsThatAreBooks() {
        String name = freshName("book");

        assertThat(admin.put(alias(name), Resource.ALIASES.body())
                        .because("x".repeat(1_001))
                        .send()
                        .status())
                .isEqualTo(400);
        assertThat(admin.put(alias(name), Resource.ALIASES.body())
                        .header("X-Change-Author", "x".repeat(257))
                        .send()
                        .status())
                .isEqualTo(400);
        assertThat(admin.get(alias(name)).send().status()).isEqualTo(404);
    }

    @Test
    void isOneUnbrokenCount() {
        storedAlias("counted");

        Journal.of(admin).assertWhole();
    }

    private List<Long> revisions(String path) {
        return admin.get(path)
                .send()
                .items()
                .map(change -> change.path("revision").asLong())
                .toList();
    }

    private long newestRevision() {
        return revisions("/changes?limit=1").stream().findFirst().orElse(0L);
    }

    private static ObjectNode settings(Answer answer) {
        ObjectNode view = answer.json().deepCopy();
        return view.remove(List.of("version", "updated_at", "updated_by"));
    }
}
