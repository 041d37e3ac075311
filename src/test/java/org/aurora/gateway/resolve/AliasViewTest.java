package org.aurora.gateway.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.alias.Aliases.alias;
import static org.aurora.gateway.alias.Aliases.disabled;
import static org.aurora.gateway.alias.Aliases.failover;
import static org.aurora.gateway.alias.Aliases.granting;
import static org.aurora.gateway.alias.Aliases.hidden;
import static org.aurora.gateway.alias.Aliases.target;
import static org.aurora.gateway.alias.Aliases.weighted;

import java.util.List;
import java.util.Optional;
import org.aurora.gateway.access.AccessRule;
import org.aurora.gateway.alias.Alias;
import org.aurora.gateway.model.Layer;
import org.aurora.gateway.model.ProviderModel;
import org.junit.jupiter.api.Test;

class AliasViewTest {
    @Test
    void showsTheFirstCandidateAndItsProvidersType() {
        AliasView view = view("fast", alias("fast", "inner"), alias("inner", "gpt-4o", "router/m"));

        assertThat(view.valid()).isTrue();
        assertThat(view.resolvedModel()).contains(new ProviderModel("openai", "gpt-4o"));
        assertThat(view.providerType()).contains("openai");
        assertThat(view.warnings()).isEmpty();
    }

    @Test
    void theFirstCandidateIsOneThatMayBeChosen() {
        AliasView gone = view("fast", failover("fast", "openai/gone", "router/m"));
        AliasView never = view("fast", weighted("fast", target("openai/gpt-4o", 0), target("router/m", 1)));

        assertThat(gone.resolvedModel()).contains(new ProviderModel("router", "m"));
        assertThat(never.resolvedModel()).contains(new ProviderModel("router", "m"));
    }

    @Test
    void anAliasWrittenBeforeItsTargetIsNotValidAndSaysWhatIsMissing() {
        AliasView view = view("fast", alias("fast", "openai/not-yet"));

        assertThat(view.valid()).isFalse();
        assertThat(view.resolvedModel()).contains(new ProviderModel("openai", "not-yet"));
        assertThat(view.warnings()).containsExactly("The provider 'openai' has no model 'not-yet' today.");
    }

    @Test
    void aTargetThatNamesNothingIsSaid() {
        AliasView view = view("fast", alias("fast", "nobody/has-this", "nobody/has-this", "openai/"));

        assertThat(view.resolvedModel()).isEmpty();
        assertThat(view.providerType()).isEmpty();
        assertThat(view.warnings())
                .containsExactly(
                        "The target 'nobody/has-this' names no model or alias that is known today.",
                        "The target 'openai/' names no model; write one after the provider's name and a slash.");
    }

    @Test
    void aTargetAtAProviderThatIsOffIsSaid() {
        assertThat(view("fast", alias("fast", "off/m")).warnings())
                .containsExactly("The target 'off/m' is at the provider 'off', which is off.");
    }

    @Test
    void aDisabledTargetIsSaidThoughAModelOfItsNameServes() {
        Alias[] aliases = {
            disabled(alias("inner", "gpt-4o")), disabled(alias("gpt-4o", "router/m")), alias("fast", "inner", "gpt-4o")
        };

        assertThat(view("fast", aliases).warnings())
                .containsExactly(
                        "The target 'inner' is a disabled alias.",
                        "The target 'gpt-4o' is a disabled alias, so that it means the model 'openai/gpt-4o'.");
    }

    @Test
    void aTargetThatCannotBeCalledIsSaid() {
        AliasView view = view("top", alias("top", "a", "dead"), alias("a", "a"), alias("dead", "openai/gone"));

        assertThat(view.valid()).isFalse();
        assertThat(view.warnings())
                .containsExactly(
                        "The target 'a' is an alias that cannot be called: The alias 'a' leads back to itself (in this"
                                + " cycle: a); let one of them name a model.",
                        "The target 'dead' is an alias that leads to no known model today.");
    }

    @Test
    void aBrokenAliasSaysWhatIsWrongWithIt() {
        AliasView view = view("a", alias("a", "b"), alias("b", "a"));

        assertThat(view.valid()).isFalse();
        assertThat(view.warnings()).singleElement().asString().contains("(in this cycle: a, b)");
    }

    @Test
    void aShadowNamesTheModelItHidesAndTheAliasesThatMeantIt() {
        AliasView bare = view("gpt-4o", alias("gpt-4o", "router/m"), alias("user", "gpt-4o"));
        AliasView qualified = view("openai/gpt-4o", alias("openai/gpt-4o", "openai/gpt-4o"));

        assertThat(bare.warnings())
                .containsExactly("It hides the model 'openai/gpt-4o' from calls of 'gpt-4o' and from the aliases with"
                        + " that target (user).");
        assertThat(qualified.warnings())
                .containsExactly("It hides the model 'openai/gpt-4o' from calls of 'openai/gpt-4o'.");
    }

    @Test
    void aDisabledAliasIsDescribedAsIfItWereEnabledAndHidesNothing() {
        AliasView view = view("gpt-4o", disabled(alias("gpt-4o", "router/m")));

        assertThat(view.valid()).isTrue();
        assertThat(view.resolvedModel()).contains(new ProviderModel("router", "m"));
        assertThat(view.warnings()).isEmpty();
    }

    @Test
    void aHiddenAliasSaysSo() {
        assertThat(view("fast", hidden(alias("fast", "gpt-4o"))).warnings())
                .containsExactly("It is hidden: it can be called, but is neither listed nor looked up.");
    }

    @Test
    void anAliasThatGrantsWithoutARuleOnItsNameSaysSo() {
        Alias granting = granting(alias("fast", "gpt-4o"));
        Snapshot ruled = names().alias(granting)
                .rule(AccessRule.of("fast", true, Optional.empty()))
                .snapshot();

        assertThat(view("fast", granting).warnings()).singleElement().asString().contains("no rule names it");
        assertThat(AliasView.find(ruled, "fast").orElseThrow().warnings()).isEmpty();
    }

    @Test
    void aNameThatNobodyCanCallIsNotValid() {
        AliasView view = view("openai/", alias("openai/", "gpt-4o"));

        assertThat(view.valid()).isFalse();
        assertThat(view.warnings()).singleElement().asString().contains("has a slash or a blank at an end");
    }

    @Test
    void aDeclaredAliasIsShownAsSuchAndTellsOfTheStoredOneItOverrides() {
        Snapshot snapshot = names().alias(alias("fast", "gpt-4o"))
                .snapshot()
                .with(List.of(new StoredChange.AliasWritten(alias("fast", "router/m"))));
        AliasView view = AliasView.find(snapshot, "fast").orElseThrow();

        assertThat(view.layer()).isEqualTo(Layer.DECLARED);
        assertThat(view.resolvedModel()).contains(new ProviderModel("openai", "gpt-4o"));
        assertThat(view.warnings()).singleElement().asString().contains("is not in force");
    }

    @Test
    void allAreSortedByNameAndDisabledOnesAreAmongThem() {
        Snapshot snapshot = names().alias(alias("c", "m"), disabled(alias("a", "m")))
                .snapshot()
                .with(List.of(new StoredChange.AliasWritten(alias("b", "m"))));

        assertThat(AliasView.all(snapshot).map(view -> view.alias().name() + " " + view.layer()))
                .containsExactly("a DECLARED", "b STORED", "c DECLARED");
    }

    private static AliasView view(String name, Alias... aliases) {
        return AliasView.find(names().alias(aliases).snapshot(), name).orElseThrow();
    }

    private static Names names() {
        return new Names().provider("openai", "gpt-4o").provider("router", "m").offProvider("off", "m");
    }
}
