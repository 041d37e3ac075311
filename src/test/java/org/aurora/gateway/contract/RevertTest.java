package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.contract.AdminClient.alias;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
class RevertTest extends AdminContract {
    RevertTest(DatabaseKind kind) {
        super(kind);
    }

    @ParameterizedTest
    @EnumSource
    void givesAnUpdatedNameItsFormerValueBack(Resource resource) {
        String path = resource.path(freshName("updated"));
        JsonNode before = admin.put(path, resource.body()).send().json();
        admin.put(path, resource.otherBody()).send();

        Answer answer = revert(newestRevision()).because("a mistake").send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.etag()).isEqualTo("\"3\"");
        assertThat(settings(answer.json())).isEqualTo(settings(before));
        assertThat(admin.get(path).send().json()).isEqualTo(answer.json());
        JsonNode change = change(newestRevision());
        assertThat(change.path("reason").asText()).isEqualTo("a mistake");
        assertThat(change.path("version").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void takesACreatedNameAway(Resource resource) {
        String path = resource.path(freshName("created"));
        admin.put(path, resource.body()).send();

        Answer answer = revert(newestRevision()).send();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(admin.get(path).send().status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void bringsADeletedNameBack(Resource resource) {
        String path = resource.path(freshName("deleted"));
        JsonNode before = admin.put(path, resource.body()).send().json();
        admin.delete(path).send();

        Answer answer = revert(newestRevision()).send();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.etag()).isEqualTo("\"3\"");
        assertThat(settings(answer.json())).isEqualTo(settings(before));
    }

    @Test
    void restoresEveryField() {
        String name = freshName("exact");
        String body = """
                {"targets": [{"provider": "second", "model": "other", "weight": 0}, {"model": "gpt-x", "weight": 7}],
                 "strategy": "failover", "description": "tab\\t ${HOME} \\u0000 é 😀", "enabled": false, "hidden": true,
                 "access": "alias", "response_model": "requested"}
                """;
        JsonNode before = admin.put(alias(name), body).send().json();
        admin.put(alias(name), "{\"target\": \"my-model\"}").send();

        JsonNode after = revert(newestRevision()).send().json();

        assertThat(settings(after)).isEqualTo(settings(before));
        List<JsonNode> changes = Journal.of(admin).of(name);
        assertThat(changes.get(2).path("after")).isEqualTo(changes.get(0).path("after"));
    }

    @Test
    void isUsedByTheNextCall() {
        String name = storedAlias("called");
        admin.put(alias(name), "{\"target\": \"second/other\"}").send();
        assertThat(chat.reaches(name)).isEqualTo("other");

        revert(newestRevision()).send();

        assertThat(chat.reaches(name)).isEqualTo("my-model");
    }

    @Test
    void canBeRevertedItself() {
        String name = storedAlias("twice");
        admin.put(alias(name), "{\"target\": \"second/other\"}").send();
        revert(newestRevision()).send();

        revert(newestRevision()).send();

        assertThat(chat.reaches(name)).isEqualTo("other");
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedWhereTheNameHasChangedSince(Resource resource) {
        String path = resource.path(freshName("moved"));
        admin.put(path, resource.body()).send();
        long first = newestRevision();
        admin.put(path, resource.otherBody()).send();

        Answer answer = revert(first).send();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("superseded");
        assertThat(admin.get(path).send().etag()).isEqualTo("\"2\"");
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedWhereTheNameWasDeletedSince(Resource resource) {
        String path = resource.path(freshName("gone"));
        admin.put(path, resource.body()).send();
        admin.put(path, resource.otherBody()).send();
        long second = newestRevision();
        admin.delete(path).send();

        assertThat(revert(second).send().code()).isEqualTo("superseded");
        assertThat(revert(second).ifAbsent().send().status()).isEqualTo(201);
        assertThat(settings(admin.get(path).send().json()))
                .isEqualTo(
                        settings(admin.get(path + "?at=" + (second - 1)).send().json()));
    }

    @ParameterizedTest
    @EnumSource
    void isDoneWhereTheCurrentVersionIsGiven(Resource resource) {
        String path = resource.path(freshName("insisted"));
        JsonNode first = admin.put(path, resource.body()).send().json();
        admin.put(path, resource.otherBody()).send();
        long second = newestRevision();
        Answer third = admin.put(path, resource.body()).send();
        admin.put(path, resource.otherBody()).send();

        Answer stale = revert(second).ifMatch(third.etag()).send();
        Answer done = revert(second).ifMatch("\"4\"").send();

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.etag()).isEqualTo("\"4\"");
        assertThat(done.status()).isEqualTo(200);
        assertThat(settings(done.json())).isEqualTo(settings(first));
    }

    @Test
    void passesTheCheckForCycles() {
        String name = freshName("knot");
        String other = freshName("knot");
        admin.put(alias(name), "{\"target\": \"" + other + "\"}").send();
        admin.put(alias(name), "{\"target\": \"my-model\"}").send();
        long straightened = newestRevision();
        admin.put(alias(other), "{\"target\": \"" + name + "\"}").send();

        Answer answer = revert(straightened).send();

        assertThat(answer.code()).isEqualTo("cycle");
        assertThat(chat.reaches(other)).isEqualTo("my-model");
    }

    @Test
    void passesTheCheckForUsers() {
        String used = storedAlias("leaned-on");
        long created = newestRevision();
        String user = freshName("leaner");
        admin.put(alias(user), "{\"target\": \"" + used + "\"}").send();

        Answer answer = revert(created).send();

        assertThat(answer.code()).isEqualTo("in_use");
        assertThat(chat.reaches(user)).isEqualTo("my-model");
    }

    @Test
    void ofARevisionThatNeverWasIsNotFound() {
        storedAlias("anything");
        long newest = newestRevision();

        assertThat(revert(newest + 1).send().status()).isEqualTo(404);
        assertThat(revert(999_999_999_999L).send().status()).isEqualTo(404);
        assertThat(newestRevision()).isEqualTo(newest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "1.0", "1e3", "%31%00", "99999999999999999999", "01"})
    void ofSomethingThatIsNoRevisionIsRefused(String revision) {
        storedAlias("anything");
        long newest = newestRevision();

        assertThat(admin.post("/changes/" + revision + "/revert").send().status())
                .isIn(400, 404);
        assertThat(newestRevision()).isEqualTo(newest);
    }

    @Test
    void ignoresNoQuery() {
        String name = storedAlias("asked");

        assertThat(admin.post("/changes/" + newestRevision() + "/revert?dry_run=true")
                        .send()
                        .status())
                .isEqualTo(400);
        assertThat(admin.get(alias(name)).send().status()).isEqualTo(200);
    }

    private AdminCall revert(long revision) {
        return admin.post("/changes/" + revision + "/revert");
    }

    private JsonNode change(long revision) {
        return admin.get("/changes?limit=1&before=" + (revision + 1))
                .send()
                .json()
                .get(0);
    }

    private long newestRevision() {
        return admin.get("/changes?limit=1")
                .send()
                .items()
                .mapToLong(change -> change.path("revision").asLong())
                .findFirst()
                .orElse(0);
    }

    private static ObjectNode settings(JsonNode view) {
        ObjectNode settings = view.deepCopy();
        return settings.remove(List.of("version", "updated_at", "updated_by"));
    }
}
