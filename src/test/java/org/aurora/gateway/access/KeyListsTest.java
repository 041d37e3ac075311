package org.aurora.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.caller.KeyLists;
import org.aurora.gateway.model.ProviderModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a key's own lists do to a call of {@code outer}, which leads by {@code openai/inner} to openai's gpt-4o. */
class KeyListsTest {
    private static final Optional<ProviderModel> MODEL = Optional.of(new ProviderModel("openai", "gpt-4o"));
    private static final Set<String> PROVIDERS = Set.of("openai", "east");
    private static final Way WAY = Way.DIRECT.through("outer", true).through("east/inner", false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "/",
                "outer",
                "east/inner",
                "east/*",
                "east/",
                "openai/gpt-4o",
                "openai/*",
                "openai/",
                "gpt-4o"
            })
    void anEntryMatchesTheNameCalledEachAliasOnTheWayAndTheModel(String entry) {
        assertThat(allowing(entry, "nothing-else").allowed()).isTrue();
        assertThat(denying("nothing-else", entry).allowed()).isFalse();
        assertThat(denying(entry).decidedBy()).isEqualTo("denied_models");
        assertThat(denying(entry).reason()).contains("'" + entry + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Outer",
                "outer/",
                "inner",
                "out*",
                "openai",
                "openai*",
                "openai/gpt*",
                "east/gpt-4o",
                "gpt-4o/",
                " gpt-4o",
                "gpt-4o "
            })
    void nothingElseMatches(String entry) {
        assertThat(allowing(entry).allowed()).isFalse();
        assertThat(denying(entry).allowed()).isTrue();
    }

    @Test
    void aDeniedMatchOutweighsAnAllowedOne() {
        AccessDecision decision = decide(new KeyLists(Optional.of(List.of("outer")), List.of("gpt-4o")));

        assertThat(decision.allowed()).isFalse();
        assertThat(decision.decidedBy()).isEqualTo("denied_models");
    }

    @Test
    void anEmptyAllowListAllowsNothing() {
        AccessDecision decision = allowing();

        assertThat(decision.allowed()).isFalse();
        assertThat(decision.decidedBy()).isEqualTo("allowed_models");
    }

    @Test
    void aKeyWithoutListsLeavesTheDecisionToTheRules() {
        assertThat(decide(KeyLists.NONE).decidedBy()).isEqualTo("default");
        assertThat(denying("nothing").decidedBy()).isEqualTo("default");
    }

    @Test
    void anEntryThatReadsAsAnotherProvidersModelIsNoBareId() {
        Optional<ProviderModel> model = Optional.of(new ProviderModel("openai", "east/m"));
        Caller caller = caller(new KeyLists(Optional.of(List.of("east/m", "east/*")), List.of()));

        assertThat(policy().decide(caller, Way.DIRECT, model).allowed()).isFalse();
    }

    private static AccessDecision allowing(String... entries) {
        return decide(new KeyLists(Optional.of(List.of(entries)), List.of()));
    }

    private static AccessDecision denying(String... entries) {
        return decide(new KeyLists(Optional.empty(), List.of(entries)));
    }

    private static AccessDecision decide(KeyLists lists) {
        return policy().decide(caller(lists), WAY, MODEL);
    }

    private static AccessPolicy policy() {
        return AccessPolicy.of(List.of(), PROVIDERS::contains, true);
    }

    private static Caller caller(KeyLists lists) {
        return new Caller.Managed("key", Optional.empty(), lists);
    }
}
