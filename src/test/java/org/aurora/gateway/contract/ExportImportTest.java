package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.contract.AdminClient.alias;
import static org.aurora.gateway.contract.AdminClient.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test begins with the same few settings and nothing else. */
@OnBothDatabases
class ExportImportTest extends AdminContract {
    private static final List<String> NAMES_THAT_YAML_TWISTS = List.of(
            "yes",
            "null",
            "~",
            "1.0",
            "0x1F",
            "2026-01-01",
            "a: b",
            "#x",
            "- x",
            "[x]",
            "{x}",
            "&x",
            "*x",
            "!x",
            "|",
            ">",
            "%x",
            "@x",
            "`x`",
            "'x'",
            "\"x\"",
            "a\\b",
            "x # y",
            "<<",
            "=",
            "😀",
            "é",
            "${HOME}",
            "k\u2028v",
            "?");

    private final DatabaseKind kind;

    ExportImportTest(DatabaseKind kind) {
        super(kind);
        this.kind = kind;
    }

    @BeforeEach
    void store() {
        admin.put(alias("kept"), "{\"target\": \"my-model\", \"description\": \"as it was\"}")
                .send();
        admin.put(alias("other"), "{\"target\": \"kept\"}").send();
        admin.put(rule("second/"), "{\"user_paths\": [\"/team\"]}").send();
    }

    @AfterEach
    void clear() {
        admin.post("/import?mode=replace")
                .yaml("aliases: {}\nmodel_overrides: {}\n")
                .send();
        assertThat(admin.get("/aliases").send().items()).isEmpty();
    }

    @Test
    void carryEverythingToAnEmptyGateway() throws IOException {
        for (String name : NAMES_THAT_YAML_TWISTS) {
            admin.put(alias(name), """
                            {"targets": [{"model": "second/other", "weight": 2}, {"model": "gpt-x"}],
                             "strategy": "failover", "hidden": true, "access": "alias", "response_model": "upstream",
                             "description": " lines\\nand ${HOME}\\n\\n  - of: {text}\\t# é 😀 \\u0007 "}
                            """).send();
            admin.put(rule(name), "{\"enabled\": false, \"user_paths\": [\"/a b/c\", \"/yes\"]}")
                    .send();
        }
        Answer exported = admin.get("/export").send();

        try (TestUpstream unused = EchoingUpstream.start();
                TestDatabase empty = kind.fresh();
                RunningGateway other =
                        setup(unused, "").environment(empty.environment()).start()) {
            AdminClient there = AdminClient.of(other);
            Answer imported =
                    there.post("/import?mode=replace").yaml(exported.text()).send();

            assertThat(imported.json().path("applied").asBoolean()).isTrue();
            assertThat(settings(there, "/aliases")).isEqualTo(settings(admin, "/aliases"));
            assertThat(settings(there, "/model-overrides")).isEqualTo(settings(admin, "/model-overrides"));
            assertThat(there.get("/export").send().text()).isEqualTo(exported.text());
            Journal.of(there).assertWhole();
        }
    }

    @Test
    void findNothingToDoInTheirOwnExport() {
        String exported = admin.get("/export").send().text();
        long before = Journal.of(admin).revision();

        for (String mode : List.of("dry_run", "merge", "replace")) {
            Answer answer = admin.post("/import?mode=" + mode).yaml(exported).send();

            assertThat(answer.json().path("changes")).isEmpty();
        }
        assertThat(Journal.of(admin).revision()).isEqualTo(before);
    }

    @Test
    void sayInADryRunWhatAMergeWouldDo() {
        long before = Journal.of(admin).revision();

        Answer dry = admin.post("/import?mode=dry_run").yaml(changed()).send();
        long after = Journal.of(admin).revision();
        Answer merged = admin.post("/import?mode=merge").yaml(changed()).send();

        assertThat(dry.json().path("applied").asBoolean()).isFalse();
        assertThat(after).isEqualTo(before);
        assertThat(merged.json().path("applied").asBoolean()).isTrue();
        assertThat(dry.json().path("changes")).isEqualTo(merged.json().path("changes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"merge", "replace"})
    void sayWhatAModeWouldDoWhereItIsOnlyTried(String mode) {
        long before = Journal.of(admin).revision();

        Answer dry =
                admin.post("/import?dry_run=true&mode=" + mode).yaml(changed()).send();
        long after = Journal.of(admin).revision();
        Answer done =
                admin.post("/import?dry_run=false&mode=" + mode).yaml(changed()).send();

        assertThat(dry.json().path("applied").asBoolean()).isFalse();
        assertThat(dry.json().path("mode").asText()).isEqualTo(mode);
        assertThat(after).isEqualTo(before);
        assertThat(done.json().path("applied").asBoolean()).isTrue();
        assertThat(dry.json().path("changes")).isEqualTo(done.json().path("changes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"merge", "replace"})
    void writeWhatWasShownOrNothing(String mode) {
        String planned = planned(mode);
        admin.put(alias("meanwhile"), "{\"target\": \"my-model\"}").send();
        long before = Journal.of(admin).revision();

        Answer late = admin.post("/import?mode=" + mode + "&revision=" + planned)
                .yaml(changed())
                .send();
        Answer lateTrial = admin.post("/import?dry_run=true&mode=" + mode + "&revision=" + planned)
                .yaml(changed())
                .send();
        long after = Journal.of(admin).revision();
        Answer anew = admin.post("/import?mode=" + mode + "&revision=" + planned(mode))
                .yaml(changed())
                .send();

        assertThat(late.status()).as("%s", late).isEqualTo(409);
        assertThat(late.code()).isEqualTo("superseded");
        assertThat(late.message()).contains("since revision " + planned + ". Nothing was written.");
        assertThat(lateTrial.code()).isEqualTo("superseded");
        assertThat(after).isEqualTo(before);
        assertThat(anew.status()).as("%s", anew).isEqualTo(200);
        assertThat(anew.json().path("revision").asLong()).isEqualTo(before);
        assertThat(actions(anew).contains("alias delete meanwhile")).isEqualTo(mode.equals("replace"));
    }

    @Test
    void areInNobodysWayByChangesOfKeys() {
        String planned = planned("replace");
        admin.post("/auth-keys").json("{\"name\": \"search\"}").send();

        Answer answer = admin.post("/import?mode=replace&revision=" + planned)
                .yaml(changed())
                .send();

        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        assertThat(answer.json().path("revision").asLong()).isEqualTo(Long.parseLong(planned) + 1);
    }

    @Test
    void doNotTrustARevisionThatIsStillToCome() {
        long before = Journal.of(admin).revision();

        assertThat(admin.post("/import?mode=merge&revision=" + (before + 1))
                        .yaml(changed())
                        .send()
                        .code())
                .isEqualTo("superseded");
        for (String revision : List.of("", "-1", "1.5", "newest", "1&revision=1")) {
            assertThat(admin.post("/import?mode=merge&revision=" + revision)
                            .yaml(changed())
                            .send()
                            .status())
                    .as(revision)
                    .isEqualTo(400);
        }
        assertThat(Journal.of(admin).revision()).isEqualTo(before);
    }

    @Test
    void doNotTakeMaybeForAnAnswer() {
        long before = Journal.of(admin).revision();

        for (String query : List.of("dry_run=", "dry_run=1", "dry_run=maybe", "dry_run=true&dry_run=false")) {
            assertThat(admin.post("/import?mode=merge&" + query)
                            .yaml(changed())
                            .send()
                            .status())
                    .isEqualTo(400);
        }
        assertThat(Journal.of(admin).revision()).isEqualTo(before);
    }

    @Test
    void addAndUpdateInAMerge() {
        Answer answer = admin.withKey(ALICE)
                .post("/import?mode=merge")
                .yaml(changed())
                .because("moving in")
                .send();

        assertThat(answer.items()).isNotEmpty();
        assertThat(actions(answer))
                .containsExactlyInAnyOrder("alias create added", "alias update kept", "rule create gpt-x");
        assertThat(admin.get(alias("other")).send().status()).isEqualTo(200);
        assertThat(chat.reaches("added")).isEqualTo("other");
        assertThat(chat.reaches("other")).as("the imported rule is in force").isEqualTo("403 model_access_denied");
        Journal journal = Journal.of(admin);
        journal.assertWhole();
        assertThat(journal.changes()
                        .subList(journal.changes().size() - 3, journal.changes().size()))
                .allSatisfy(change -> {
                    assertThat(change.path("actor").asText()).isEqualTo("alice");
                    assertThat(change.path("reason").asText()).isEqualTo("moving in");
                });
    }

    @Test
    void deleteTheRestInAReplace() {
        Answer answer = admin.post("/import?mode=replace").yaml(changed()).send();

        assertThat(actions(answer))
                .containsExactlyInAnyOrder(
                        "alias create added",
                        "alias update kept",
                        "alias delete other",
                        "rule create gpt-x",
                        "rule delete second/");
        assertThat(admin.get("/aliases").send().items())
                .extracting(view -> view.path("name").asText())
                .containsExactly("added", "kept");
    }

    @Test
    void tellWhatWasAndWhatIs() {
        Answer answer = admin.post("/import?mode=dry_run")
                .yaml("aliases:\n  kept: gpt-x\n")
                .send();

        JsonNode change = answer.json().path("changes").path(0);
        assertThat(change.path("before").path("description").asText()).isEqualTo("as it was");
        assertThat(change.path("after").path("targets").path(0).path("model").asText())
                .isEqualTo("gpt-x");
    }

    @Test
    void takeTheShorthandsOfTheConfiguration() {
        admin.post("/import?mode=merge").yaml("""
                        aliases:
                          short: second/other
                          split: { target_provider: second, target_model: other }
                          listed: { targets: ["second/other", { model: gpt-x, weight: 0 }] }
                        """).send();

        for (String name : List.of("short", "split", "listed")) {
            assertThat(chat.reaches(name)).isEqualTo("other");
        }
    }

    @Test
    void breakNoCycleRulesWhereOnlyTheWholeIsRight() {
        Answer answer = admin.post("/import?mode=merge")
                .yaml("aliases:\n  kept: other\n  other: gpt-x\n")
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(chat.reaches("kept")).isEqualTo("gpt-x");
    }

    @Test
    void neverExpandVariables() {
        admin.post("/import?mode=merge")
                .yaml("aliases:\n  kept: { target: my-model, description: \"${HOME} ${X:-y}\" }\n")
                .send();

        assertThat(admin.get(alias("kept")).send().json().path("description").asText())
                .isEqualTo("${HOME} ${X:-y}");
    }

    /** The revision that an import of the changed settings is planned on. */
    private String planned(String mode) {
        return admin.post("/import?dry_run=true&mode=" + mode)
                .yaml(changed())
                .send()
                .json()
                .path("revision")
                .asText();
    }

    private static String changed() {
        return """
                aliases:
                  kept: { target: "gpt-x" }
                  added: { target: "second/other", description: new }
                model_overrides:
                  "gpt-x": { enabled: false }
                """;
    }

    private static List<String> actions(Answer answer) {
        return answer.json().path("changes").findParents("action").stream()
                .map(change -> change.path("kind").asText() + " "
                        + change.path("action").asText() + " "
                        + change.path("name").asText())
                .toList();
    }

    private static List<JsonNode> settings(AdminClient client, String path) {
        return client.get(path)
                .send()
                .items()
                .map(view -> (JsonNode) ((ObjectNode) view).remove(List.of("version", "updated_at", "updated_by")))
                .toList();
    }
}
