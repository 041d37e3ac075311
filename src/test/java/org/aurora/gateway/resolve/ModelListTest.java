package org.aurora.gateway.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.aurora.gateway.alias.Aliases.alias;
import static org.aurora.gateway.alias.Aliases.disabled;
import static org.aurora.gateway.alias.Aliases.hidden;
import static org.aurora.gateway.resolve.Names.ANYONE;
import static org.aurora.gateway.resolve.Names.MASTER;

import java.util.List;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.junit.jupiter.api.Test;

class ModelListTest {
    @Test
    void listsModelsQualifiedAndAliasesByNameSortedById() {
        Names names = models().alias(alias("regular", "openai/gpt-4o"), alias("Zed", "east/gpt-4o"));

        assertThat(ModelList.listed(names.snapshot(), ANYONE))
                .containsExactly(
                        new ModelEntry("Zed", "aurora"),
                        new ModelEntry("east/gpt-4o", "east"),
                        new ModelEntry("openai/gpt-4o", "openai"),
                        new ModelEntry("openai/vendor/m", "openai"),
                        new ModelEntry("regular", "aurora"));
    }

    @Test
    void anAliasOfTheSameTextReplacesTheModel() {
        Names names = models().alias(alias("openai/gpt-4o", "east/gpt-4o"));

        assertThat(ModelList.listed(names.snapshot(), ANYONE))
                .filteredOn(entry -> entry.id().equals("openai/gpt-4o"))
                .containsExactly(new ModelEntry("openai/gpt-4o", "aurora"));
    }

    @Test
    void aBrokenAliasOfTheSameTextIsNotReplacedByTheModel() {
        Names names = models().alias(alias("openai/gpt-4o", "east/gone"));

        assertThat(ids(names, ANYONE)).containsExactly("east/gpt-4o", "openai/vendor/m");
        assertThat(lookUpError(names, "openai/gpt-4o").code()).isEqualTo(ErrorCode.ALIAS_TARGET_UNAVAILABLE);
    }

    @Test
    void aDisabledAliasLeavesTheModelItself() {
        Names names =
                models().alias(disabled(alias("openai/gpt-4o", "east/gpt-4o")), disabled(alias("fast", "gpt-4o")));

        assertThat(ids(names, ANYONE)).containsExactly("east/gpt-4o", "openai/gpt-4o", "openai/vendor/m");
        assertThat(lookUp(names, "openai/gpt-4o").ownedBy()).isEqualTo("openai");
    }

    @Test
    void anOffProvidersModelsAreNotListed() {
        assertThat(ids(models().offProvider("off", "m"), ANYONE)).doesNotContain("off/m");
    }

    @Test
    void hidesAModelTheCallerMayNotUse() {
        Names names = models().denying("openai/gpt-4o");

        assertThat(ids(names, ANYONE)).containsExactly("east/gpt-4o", "openai/vendor/m");
        assertThat(ids(names, MASTER)).contains("openai/gpt-4o");
        assertThat(lookUpError(names, "openai/gpt-4o").code()).isEqualTo(ErrorCode.MODEL_ACCESS_DENIED);
    }

    @Test
    void hidesAnAliasWhoseTargetsTheCallerMayNotUse() {
        Names names = models().denying("openai/gpt-4o").alias(alias("fast", "openai/gpt-4o"));

        assertThat(ids(names, ANYONE)).doesNotContain("fast");
        assertThat(lookUpError(names, "fast").code()).isEqualTo(ErrorCode.MODEL_ACCESS_DENIED);
    }

    @Test
    void aHiddenAliasIsNeitherListedNorLookedUp() {
        Names names = models().alias(hidden(alias("secret", "openai/gpt-4o")));

        assertThat(ids(names, MASTER)).doesNotContain("secret");
        assertThat(lookUpError(names, "secret").code()).isEqualTo(ErrorCode.MODEL_NOT_FOUND);
        assertThat(names.call("secret").status()).isEqualTo(200);
    }

    @Test
    void aHiddenAliasKeepsTheModelOfItsTextHidden() {
        Names names = models().alias(hidden(alias("openai/gpt-4o", "east/gpt-4o")));

        assertThat(ids(names, ANYONE)).doesNotContain("openai/gpt-4o");
        assertThat(lookUpError(names, "openai/gpt-4o").code()).isEqualTo(ErrorCode.MODEL_NOT_FOUND);
    }

    @Test
    void aHiddenNameIsUnknownToALookUpEvenWhereItIsDeniedOrBroken() {
        Names names = models().denying("secret").alias(hidden(alias("secret", "gone")), hidden(alias("gone", "gone")));

        assertThat(lookUpError(names, "secret").code()).isEqualTo(ErrorCode.MODEL_NOT_FOUND);
        assertThat(lookUpError(names, "gone").code()).isEqualTo(ErrorCode.MODEL_NOT_FOUND);
    }

    @Test
    void aHiddenNameIsToldInTheVeryWordsOfAnUnknownOne() {
        Names with = models().alias(hidden(alias("openai/secret", "openai/gpt-4o")));

        assertThat(lookUpError(with, "openai/secret").message())
                .isEqualTo(lookUpError(models(), "openai/secret").message());
    }

    @Test
    void keepingOnlyAliasesHidesModelsThatStayCallable() {
        Names names = models().keepingOnlyAliases().alias(alias("fast", "gpt-4o"), alias("east/gpt-4o", "gpt-4o"));

        assertThat(ids(names, MASTER)).containsExactly("east/gpt-4o", "fast");
        assertThat(lookUpError(names, "openai/gpt-4o").code()).isEqualTo(ErrorCode.MODEL_NOT_FOUND);
        assertThat(lookUpError(names, "gpt-4o").code()).isEqualTo(ErrorCode.MODEL_NOT_FOUND);
        assertThat(names.call("openai/gpt-4o").status()).isEqualTo(200);
        assertThat(lookUp(names, "fast").ownedBy()).isEqualTo("aurora");
    }

    @Test
    void aBareIdIsLookedUpUnderTheTextAskedForButNeverListed() {
        assertThat(lookUp(models(), "vendor/m")).isEqualTo(new ModelEntry("vendor/m", "openai"));
        assertThat(ids(models(), ANYONE)).doesNotContain("gpt-4o", "vendor/m");
    }

    @Test
    void anUnknownNamesLookUpSaysWhatACallWould() {
        GatewayException called = catchThrowableOfType(
                GatewayException.class, () -> models().call("openai/x").orThrow());

        assertThat(lookUpError(models(), "openai/x").message()).isEqualTo(called.message());
    }

    @Test
    void aNameTooLongForARequestIsNotListedThoughItsBareIdIsCallable() {
        String longest = "x".repeat(256);
        Names names = new Names().provider("p", longest);

        assertThat(ids(names, ANYONE)).isEmpty();
        assertThat(lookUpError(names, "p/" + longest).code()).isEqualTo(ErrorCode.INVALID_MODEL);
        assertThat(names.call(longest).status()).isEqualTo(200);
        assertThat(names.call("p", longest).status()).isEqualTo(200);
    }

    @Test
    void createdIsANumberForClientsThatWantOne() {
        assertThat(lookUp(models(), "gpt-4o").created()).isZero();
    }

    private static Names models() {
        return new Names().provider("openai", "gpt-4o", "vendor/m").provider("east", "gpt-4o");
    }

    private static List<String> ids(Names names, Caller caller) {
        return ModelList.listed(names.snapshot(), caller).stream()
                .map(ModelEntry::id)
                .toList();
    }

    private static ModelEntry lookUp(Names names, String id) {
        return ModelList.lookUp(names.snapshot(), ANYONE, id);
    }

    private static GatewayException lookUpError(Names names, String id) {
        return catchThrowableOfType(GatewayException.class, () -> lookUp(names, id));
    }
}
