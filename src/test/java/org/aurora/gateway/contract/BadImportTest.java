package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.contract.AdminClient.alias;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
class BadImportTest extends AdminContract {
    private record Mistake(int line, String yaml) {}

    @SuppressWarnings("UnusedVariable") // by name
    private static final List<Mistake> MISTAKES = List.of(
            new Mistake(3, "aliases:\n  a: [\n"),
            new Mistake(3, "aliases:\n  good: gpt-x\n bad: gpt-x\n"),
            new Mistake(3, "aliases:\n  good: gpt-x\n\tbad: gpt-x\n"),
            new Mistake(3, "aliases:\n  good: gpt-x\n  good: my-model\n"),
            new Mistake(3, "aliases:\n  good: gpt-x\naliases:\n  other: gpt-x\n"),
            new Mistake(3, "aliases:\n  good: gpt-x\nproviders:\n  x: { type: openai }\n"),
            new Mistake(3, "aliases:\n  good: gpt-x\nsettings: {}\n"),
            new Mistake(3, "aliases:\n  good: gpt-x\nmodel_override: {}\n"),
            new Mistake(3, "aliases:\n  good: gpt-x\n  bad: { target: gpt-x, colour: red }\n"),
            new Mistake(5, "aliases:\n  good: gpt-x\n  bad:\n    target: gpt-x\n    enabled: perhaps\n"),
            new Mistake(5, "aliases:\n  good: gpt-x\n  bad:\n    targets:\n      - { model: gpt-x, weight: -1 }\n"),
            new Mistake(3, "aliases:\n  good: gpt-x\n  bad: {}\n"),
            new Mistake(3, "aliases:\n  good: gpt-x\n  bad: { target: gpt-x, target_model: gpt-x }\n"),
            new Mistake(3, "aliases:\n  good: gpt-x\n  bad: { target_provider: nobody, target_model: x }\n"),
            new Mistake(3, "aliases:\n  good: gpt-x\n  \"bad/\": gpt-x\n"),
            new Mistake(3, "aliases:\n  good: gpt-x\n  \"b\\0d\": gpt-x\n"),
            new Mistake(3, "aliases:\n  good: gpt-x\n  \"\": gpt-x\n"),
            new Mistake(3, "aliases:\n  good: gpt-x\n  [a, b]: gpt-x\n"),
            new Mistake(3, "aliases:\n  good: gpt-x\n  bad: \"\"\n"),
            new Mistake(2, "aliases:\n  good: &anchor gpt-x\n  bad: *anchor\n"),
            new Mistake(2, "aliases:\n  good: !!str gpt-x\n"),
            new Mistake(2, "aliases:\n  good: !!javax.script.ScriptEngineManager [x]\n"),
            new Mistake(2, "aliases:\n  good: !custom gpt-x\n"),
            new Mistake(3, "aliases:\n  good: gpt-x\n---\naliases:\n  other: gpt-x\n"),
            new Mistake(1, "- aliases\n"),
            new Mistake(1, "aliases: [good]\n"),
            new Mistake(1, "aliases: gpt-x\n"),
            new Mistake(4, "aliases:\n  good: gpt-x\nmodel_overrides:\n  \"second/\": { user_paths: [] }\n"),
            new Mistake(4, "aliases:\n  good: gpt-x\nmodel_overrides:\n  \"second/\": { user_paths: [\"/a/..\"] }\n"),
            new Mistake(4, "aliases:\n  good: gpt-x\nmodel_overrides:\n  \"second/\": { user_paths: \"/a\" }\n"),
            new Mistake(4, "aliases:\n  good: gpt-x\nmodel_overrides:\n  \"second/\": { target: gpt-x }\n"),
            new Mistake(4, "aliases:\n  good: gpt-x\nmodel_overrides:\n  \"s\\0d\": { enabled: true }\n"));

    BadImportTest(DatabaseKind kind) {
        super(kind);
    }

    @BeforeEach
    void store() {
        admin.put(alias("safe"), "{\"target\": \"my-model\"}").ifAbsent().send();
    }

    @ParameterizedTest
    @FieldSource("MISTAKES")
    void namesTheLineAndChangesNothing(Mistake mistake) {
        for (String mode : List.of("merge", "replace", "dry_run")) {
            Answer answer =
                    admin.post("/import?mode=" + mode).yaml(mistake.yaml()).send();

            assertThat(answer.status()).as("%s", answer).isEqualTo(400);
            assertThat(answer.message()).containsPattern("\\bline " + mistake.line() + "\\b");
            assertThat(answer.message()).doesNotContain("java.", "org.", "/tmp");
        }
        assertNothingChanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "# nothing\n", "---\n", "null\n", "~\n"})
    void deletesNothingForTheSakeOfAnEmptyFile(String yaml) {
        assertThat(admin.post("/import?mode=replace").yaml(yaml).send().status())
                .isEqualTo(400);
        assertNothingChanged();
    }

    @Test
    void isRefusedAsAWholeForACycle() {
        Answer answer = admin.post("/import?mode=merge")
                .yaml("aliases:\n  good: gpt-x\n  one: two\n  two: one\n")
                .send();

        assertThat(answer.code()).isEqualTo("cycle");
        assertNothingChanged();
    }

    @Test
    void isRefusedInADryRunToo() {
        Answer answer = admin.post("/import?mode=dry_run")
                .yaml("aliases:\n  one: two\n  two: one\n")
                .send();

        assertThat(answer.code()).isEqualTo("cycle");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "?mode=", "?mode=overwrite", "?mode=MERGE", "?mode=merge&mode=merge", "?mode=merge&x=1"})
    void asksForOneOfTheModes(String query) {
        assertThat(admin.post("/import" + query)
                        .yaml("aliases:\n  good: gpt-x\n")
                        .send()
                        .status())
                .isEqualTo(400);
        assertNothingChanged();
    }

    @Test
    void isRefusedUnderAnotherType() {
        assertThat(admin.post("/import?mode=merge")
                        .body("aliases:\n  good: gpt-x\n", "text/plain")
                        .send()
                        .status())
                .isEqualTo(415);
        assertNothingChanged();
    }

    @Test
    void isRefusedOverTenMebibytes() {
        String yaml = "aliases:\n  good: gpt-x\n#" + "x".repeat(10 * 1024 * 1024);

        assertThat(admin.post("/import?mode=merge").yaml(yaml).send().status()).isEqualTo(413);
        assertNothingChanged();
    }

    @Test
    void isRefusedWhereItIsNotUtf8() {
        byte[] latin = "aliases:\n  g\u00fc: gpt-x\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(admin.post("/import?mode=merge")
                        .bytes(latin)
                        .header("content-type", "application/yaml")
                        .send()
                        .status())
                .isEqualTo(400);
        assertNothingChanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void isRefusedWhereItIsNestedWithoutEnd(String opening) {
        assertThat(admin.post("/import?mode=merge")
                        .yaml("aliases: " + opening.repeat(50_000))
                        .send()
                        .status())
                .isEqualTo(400);
        assertNothingChanged();
    }

    private void assertNothingChanged() {
        assertThat(admin.get("/aliases").send().items())
                .extracting(view -> view.path("name").asText())
                .containsExactly("safe");
        assertThat(admin.get("/model-overrides").send().items()).isEmpty();
        assertThat(Journal.of(admin).revision()).isEqualTo(1);
    }
}
