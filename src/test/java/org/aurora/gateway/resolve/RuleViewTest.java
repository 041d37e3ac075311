package org.aurora.gateway.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.access.RuleScope.ALIAS;
import static org.aurora.gateway.access.RuleScope.GLOBAL;
import static org.aurora.gateway.access.RuleScope.MODEL;
import static org.aurora.gateway.access.RuleScope.PROVIDER;
import static org.aurora.gateway.access.RuleScope.PROVIDER_MODEL;
import static org.aurora.gateway.alias.Aliases.alias;
import static org.aurora.gateway.alias.Aliases.disabled;

import java.util.List;
import java.util.Optional;
import org.aurora.gateway.access.AccessRule;
import org.aurora.gateway.access.RuleScope;
import org.aurora.gateway.model.Layer;
import org.junit.jupiter.api.Test;

class RuleViewTest {
    private static final Names NAMES = new Names()
            .provider("openai", "gpt-4o", "mini")
            .provider("router", "gpt-4o", "openai/gpt-4o", "vendor/m")
            .offProvider("off", "m")
            .alias(
                    alias("fast", "gpt-4o"),
                    alias("mini", "gpt-4o"),
                    alias("openai/gpt-4o", "router/gpt-4o"),
                    disabled(alias("draft", "gpt-4o")));

    @Test
    void aSlashIsEverything() {
        RuleView view = view("/");

        assertThat(view.scope()).isEqualTo(GLOBAL);
        assertThat(view.appliesTo()).containsExactly(GLOBAL);
        assertThat(view.matches()).isEqualTo(5 + 3);
        assertThat(view.providerName()).isEmpty();
        assertThat(view.model()).isEmpty();
    }

    @Test
    void aProviderAndASlashIsAllItsModels() {
        RuleView view = view("openai/");

        assertThat(view.scope()).isEqualTo(PROVIDER);
        assertThat(view.providerName()).contains("openai");
        assertThat(view.matches()).isEqualTo(2);
        assertThat(view.warnings()).isEmpty();
    }

    @Test
    void aQualifiedTextIsOneModel() {
        RuleView view = view("router/openai/gpt-4o");

        assertThat(view.scope()).isEqualTo(PROVIDER_MODEL);
        assertThat(view.providerName()).contains("router");
        assertThat(view.model()).contains("openai/gpt-4o");
        assertThat(view.matches()).isEqualTo(1);
    }

    @Test
    void aBareIdIsThatModelAtEveryProvider() {
        RuleView view = view("gpt-4o");

        assertThat(view.scope()).isEqualTo(MODEL);
        assertThat(view.providerName()).isEmpty();
        assertThat(view.model()).contains("gpt-4o");
        assertThat(view.matches()).isEqualTo(2);
    }

    @Test
    void aSlashWithoutAProviderBeforeItDoesNotQualify() {
        assertThat(view("vendor/m").scope()).isEqualTo(MODEL);
        assertThat(view("vendor/m").matches()).isEqualTo(1);
    }

    @Test
    void anAliasThatIsNothingElseIsAnAlias() {
        RuleView view = view("fast");

        assertThat(view.scope()).isEqualTo(ALIAS);
        assertThat(view.appliesTo()).containsExactly(ALIAS);
        assertThat(view.matches()).isEqualTo(1);
    }

    @Test
    void aTextThatIsBothKeepsBothMeanings() {
        RuleView bare = view("mini");
        RuleView qualified = view("openai/gpt-4o");

        assertThat(bare.appliesTo()).containsExactly(MODEL, ALIAS);
        assertThat(bare.matches()).isEqualTo(2);
        assertThat(qualified.scope()).isEqualTo(PROVIDER_MODEL);
        assertThat(qualified.appliesTo()).containsExactly(PROVIDER_MODEL, ALIAS);
        assertThat(qualified.matches()).isEqualTo(2);
    }

    @Test
    void aRuleThatMatchesNothingSaysSo() {
        assertThat(view("openai/gone").matches()).isZero();
        assertThat(view("openai/gone").warnings()).containsExactly("The rule matches nothing that is known today.");
        assertThat(view("off/").warnings()).containsExactly("The rule matches nothing that is known today.");
        assertThat(view("OpenAI/gpt-4o").warnings())
                .containsExactly("The rule matches nothing that is known today; there is no provider 'OpenAI'.");
        assertThat(view("draft").warnings())
                .containsExactly("The rule matches nothing today: the alias 'draft' is disabled.");
    }

    @Test
    void theTextIsReadAnewWhenAliasesChange() {
        Snapshot before = snapshot(AccessRule.of("later", true, Optional.empty()));
        Snapshot after = before.with(List.of(new StoredChange.AliasWritten(alias("later", "gpt-4o"))));

        assertThat(RuleView.find(before, "later").orElseThrow().matches()).isZero();
        assertThat(RuleView.find(after, "later").orElseThrow().matches()).isEqualTo(1);
    }

    @Test
    void denyingEverythingIsSaidToMeanTheMasterToo() {
        RuleView view = RuleView.find(snapshot(AccessRule.of("/", false, Optional.of(List.of("/a")))), "/")
                .orElseThrow();

        assertThat(view.warnings())
                .containsExactly(
                        "It denies everything that no narrower rule speaks of, to the master key too.",
                        "It denies everyone; its user paths count once it is enabled.");
    }

    @Test
    void allAreSortedByTextAndShowTheirLayer() {
        Snapshot snapshot = NAMES.snapshot()
                .with(List.of(
                        new StoredChange.RuleWritten(AccessRule.of("z", true, Optional.empty())),
                        new StoredChange.RuleWritten(AccessRule.of("/", true, Optional.empty()))));

        assertThat(RuleView.all(snapshot).map(view -> view.rule().selector() + " " + view.layer()))
                .containsExactly("/ " + Layer.STORED, "z " + Layer.STORED);
    }

    @Test
    void scopesAreWrittenInLowerCase() {
        assertThat(List.of(RuleScope.values()).stream().map(RuleScope::text))
                .containsExactly("global", "provider", "provider_model", "model", "alias");
    }

    private static RuleView view(String selector) {
        return RuleView.find(snapshot(AccessRule.of(selector, true, Optional.empty())), selector)
                .orElseThrow();
    }

    private static Snapshot snapshot(AccessRule rule) {
        return NAMES.snapshot().with(List.of(new StoredChange.RuleWritten(rule)));
    }
}
