package org.aurora.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aurora.gateway.alias.Alias;
import org.aurora.gateway.alias.AliasTarget;
import org.aurora.gateway.alias.ResponseModel;
import org.aurora.gateway.alias.Strategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AliasesSectionTest {
    private final Path directory;

    AliasesSectionTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void readsAnAliasWithItsDefaults() {
        assertThat(alias("a: { target: p/m }"))
                .isEqualTo(new Alias(
                        "a",
                        List.of(new AliasTarget("p/m", 1)),
                        Strategy.WEIGHTED,
                        Optional.empty(),
                        true,
                        false,
                        Optional.empty()));
    }

    @Test
    void readsTheShorthand() {
        assertThat(alias("a: p/m")).isEqualTo(alias("a: { target: p/m }"));
    }

    @Test
    void readsEveryField() {
        assertThat(alias("a: { targets: [p/m, q], strategy: failover, description: d, enabled: no, hidden: on,"
                        + " response_model: requested }"))
                .isEqualTo(new Alias(
                        "a",
                        List.of(new AliasTarget("p/m", 1), new AliasTarget("q", 1)),
                        Strategy.FAILOVER,
                        Optional.of("d"),
                        false,
                        true,
                        Optional.of(ResponseModel.REQUESTED)));
    }

    @Test
    void readsTargetsInEverySpelling() {
        assertThat(alias(
                                "a: { targets: [{ provider: p, model: org/m, weight: 0 }, { model: q/m, weight: 1000000 }, 4.10] }")
                        .targets())
                .containsExactly(
                        new AliasTarget("p/org/m", 0), new AliasTarget("q/m", 1_000_000), new AliasTarget("4.10", 1));
    }

    @Test
    void joinsTargetModelAndTargetProvider() {
        assertThat(alias("a: { target_model: org/m, target_provider: p }").targets())
                .containsExactly(new AliasTarget("p/org/m", 1));
        assertThat(alias("a: { target_model: org/m }").targets()).containsExactly(new AliasTarget("org/m", 1));
    }

    @Test
    void acceptsAProviderThatOnlyTheEnvironmentKnows() {
        assertThat(Configured.in(directory)
                        .file("aliases: { a: { target_model: m, target_provider: groq } }")
                        .variables(Map.of("GROQ_API_KEY", "k"))
                        .onlyAlias()
                        .targets())
                .containsExactly(new AliasTarget("groq/m", 1));
    }

    @Test
    void keepsTheOrderAndTheTextOfNames() {
        assertThat(configured("zeta: m\n  a b/c: m\n  \u00c4: m\n  p/m: m")
                        .read()
                        .aliases())
                .extracting(Alias::name)
                .containsExactly("zeta", "a b/c", "\u00c4", "p/m");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{ target: m, targets: [m] }",
                "{ target: m, target_model: m }",
                "{ target_provider: p }",
                "{ target: m, target_provider: p }",
                "{ targets: [m], target_provider: p }"
            })
    void refusesAnAliasWithoutExactlyOneSpelling(String body) {
        assertThat(refusal("a: " + body))
                .isEqualTo("config/aurora.yaml line 2, aliases.a: an alias has exactly one of target, targets, or"
                        + " target_model with or without target_provider");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: { target: m, access: model } | aliases.a.access: 'model' is not one of both, alias",
                "a: { target: m, strategy: cheapest } | aliases.a.strategy: 'cheapest' is not one of weighted, failover, cost",
                "a: { target: m, strategy: random } | aliases.a.strategy: 'random' is not one of weighted, failover",
                "a: { target: m, response_model: alias } | aliases.a.response_model: 'alias' is not one of upstream, req",
                "a: { target: m, enabled: maybe } | aliases.a.enabled: 'maybe' is not true or false",
                "a: { target: m, hidden: [] } | aliases.a.hidden: must be a single value, but is a list",
                "a: { target: true } | aliases.a.target: must be text, in quotes where it looks like true or false",
                "a: { target: p/ } | aliases.a.target: 'p/' is not a selector",
                "a: / | aliases.a: '/' is not a selector",
                "a: '' | aliases.a: '' is not a selector",
                "a: | aliases.a: must be a single value, but is empty",
                "a: [m] | aliases.a: must be a mapping of keys to values, but is a list",
                "a: { targets: m } | aliases.a.targets: must be a list, but is a single value",
                "a: { targets: [] } | aliases.a.targets: the list is empty",
                "a: { targets: [{ weight: 1 }] } | aliases.a.targets[0]: model is missing",
                "a: { targets: [m, { model: m, share: 1 }] } | aliases.a.targets[1].share: unknown key 'share'",
                "a: { targets: [{ model: m, weight: 0 }] } | aliases.a.targets: every weight is 0",
                "a: { targets: [{ model: m, weight: -1 }] } | aliases.a.targets[0].weight: '-1' is not a whole number",
                "a: { targets: [{ model: m, weight: 1.5 }] } | aliases.a.targets[0].weight: '1.5' is not a whole number",
                "a: { targets: [{ model: m, weight: 1000001 }] } | aliases.a.targets[0].weight: '1000001' is not a whole",
                "a: { targets: [{ model: m, weight: '3' }] } | aliases.a.targets[0].weight: '3' is not a number without quotes",
                "a: { targets: [{ model: '', provider: p }] } | aliases.a.targets[0].model: '' is not a model id: it is blank",
                "a: { target_model: m, target_provider: q } | aliases.a.target_provider: 'q' is not a configured provider; there are p"
            })
    void refusesABodyThatCannotBe(String alias, String reason) {
        assertThat(refusal(alias)).startsWith("config/aurora.yaml line 2, " + reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a/", " a", "a ", "\\u00a0a", "a\\tb", "a\\u0085b"})
    void refusesANameThatCannotBeCalled(String name) {
        assertThat(refusal("\"" + name + "\": m"))
                .endsWith("must have 1 to 256 characters, no control character, and no slash or blank at either end");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void refusesANameThatNoBrowserCanAddress(String name) {
        assertThat(refusal("\"" + name + "\": m"))
                .endsWith("the alias name '" + name + "' is only a dot or two, which browsers take out of a URL");
    }

    @Test
    void limitsANameTo256Characters() {
        assertThat(alias("\"" + "\ud83d\ude00".repeat(256) + "\": m").targets()).hasSize(1);
        assertThat(refusal("? " + "a".repeat(257) + "\n  : m")).contains("must have 1 to 256 characters");
    }

    @Test
    void limitsTheNumberOfTargets() {
        assertThat(alias("a: { targets: [" + "m,".repeat(64) + "] }").targets()).hasSize(64);
        assertThat(refusal("a: { targets: [" + "m,".repeat(65) + "] }"))
                .endsWith("at most 64 targets, but here are 65");
    }

    private Alias alias(String yaml) {
        return configured(yaml).onlyAlias();
    }

    private String refusal(String yaml) {
        return configured(yaml).refusal();
    }

    private Configured configured(String yaml) {
        return Configured.in(directory).file("aliases:\n  " + yaml + "\nproviders: { p: { type: vllm } }\n");
    }
}
