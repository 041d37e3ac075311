package org.aurora.gateway.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.aurora.gateway.alias.Aliases.alias;
import static org.aurora.gateway.alias.Aliases.failover;
import static org.aurora.gateway.alias.Aliases.target;
import static org.aurora.gateway.alias.Aliases.weighted;
import static org.aurora.gateway.resolve.Names.MASTER;
import static org.aurora.gateway.resolve.Names.targets;

import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What access does to a name that stands for something. */
class AccessToNamesTest {
    @Test
    void resolutionNeverLooksAtAccess() {
        Names names = models().denying("openai/gpt-4o");

        assertThat(names.call("gpt-4o").code()).contains(ErrorCode.MODEL_ACCESS_DENIED);
    }

    @Test
    void modelsDisabledByDefaultAreDeniedToEveryoneButTheMaster() {
        Names names = models().disabledByDefault();

        assertThat(names.call("gpt-4o").status()).isEqualTo(403);
        assertThat(names.call("gpt-4o").decidedBy()).contains("default");
        assertThat(names.call(RequestedModel.of("gpt-4o"), MASTER).status()).isEqualTo(200);
        assertThat(names.call(RequestedModel.of("gpt-4o"), MASTER).decidedBy()).contains("master");
    }

    @Test
    void anUnknownNameIsUnknownToThoseWhoMayUseNothing() {
        assertThat(models().disabledByDefault().call("openai/gone").code()).contains(ErrorCode.MODEL_NOT_FOUND);
    }

    @Test
    void aDeniedCandidateLeavesTheOthers() {
        Names names = models().denying("openai/gpt-4o").alias(failover("mix", "openai/gpt-4o", "east/gpt-4o"));

        assertThat(targets(names.call("mix"))).containsExactly("east/gpt-4o");
    }

    @Test
    void ofTheMissingAndTheDeniedTheDenialIsTold() {
        Names names = models().denying("east/gpt-4o").alias(failover("mix", "openai/gone", "east/gpt-4o"));

        assertThat(names.call("mix").code()).contains(ErrorCode.MODEL_ACCESS_DENIED);
        assertThat(names.call("mix").decidedBy()).contains("east/gpt-4o");
    }

    @Test
    void aMissingCandidateIsStruckOutBeforeAccessIsAsked() {
        Names names = models().denying("openai/gone").alias(failover("mix", "openai/gone", "east/away"));

        assertThat(names.call("mix").code()).contains(ErrorCode.ALIAS_TARGET_UNAVAILABLE);
        assertThat(names.call("mix").decidedBy()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai/gone", "nobody", "fast"})
    void accessIsDecidedBeforeAnAliasIsFoundToLeadNowhere(String target) {
        Names names = models().denying("fast").alias(alias("fast", target));

        assertThat(names.call("fast").code()).contains(ErrorCode.MODEL_ACCESS_DENIED);
        assertThat(names.call(RequestedModel.of("fast"), MASTER).code()).contains(ErrorCode.ALIAS_TARGET_UNAVAILABLE);
    }

    @Test
    void aMissingTargetThatIsDeniedIsADenial() {
        Names names = models().denying("openai/gone").alias(alias("fast", "openai/gone"));

        assertThat(names.call("fast").code()).contains(ErrorCode.MODEL_ACCESS_DENIED);
        assertThat(names.call("fast").decidedBy()).contains("openai/gone");
    }

    @Test
    void aMissingTargetIsNamedOnlyToThoseWhoMaySeeIt() {
        Names names = models().denying("openai/gone").alias(failover("mix", "openai/gone", "east/away"));

        assertThat(refusal(names.call("mix")).message()).contains("east/away").doesNotContain("openai/gone");
        assertThat(refusal(names.call(RequestedModel.of("mix"), MASTER)).message())
                .contains("openai/gone", "east/away");
    }

    @Test
    void anAliasOnTheWayMayDeny() {
        Names names = models().denying("inner")
                .alias(failover("outer", "inner", "east/gpt-4o"), alias("inner", "openai/gpt-4o"));

        assertThat(targets(names.call("outer"))).containsExactly("east/gpt-4o");
    }

    @Test
    void theSameModelByAnotherWayStaysOpen() {
        Names names = models().denying("inner")
                .alias(failover("outer", "inner", "openai/gpt-4o"), alias("inner", "openai/gpt-4o"));

        assertThat(names.call("outer").orThrow().targets())
                .singleElement()
                .satisfies(target -> assertThat(target.aliasChain()).containsExactly("outer"));
    }

    @Test
    void aDeniedCandidateOfWeightZeroIsADenialAllTheSame() {
        Names names = models().denying("openai/gpt-4o")
                .alias(weighted("mix", target("openai/gpt-4o", 0), target("east/away", 1)));

        assertThat(names.call("mix").code()).contains(ErrorCode.MODEL_ACCESS_DENIED);
    }

    @Test
    void aDenialSaysWhatToDoAndNotWhoDecided() {
        GatewayException refusal = refusal(models().denying("openai/gpt-4o").call("gpt-4o"));

        assertThat(refusal.message())
                .contains("You may not use 'gpt-4o'", "Ask the operator")
                .doesNotContain("a test says so")
                .doesNotContain("openai/");
        assertThat(refusal.param()).contains("model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-4o", "openai/gpt-4o", "vendor/m", "fast", "openai/shadow", "team/fast"})
    void aDeniedNameCanBeToldInTheVeryWordsOfAnUnknownOne(String name) {
        Names without = new Names().provider("openai", "other").provider("east");
        Names with = new Names()
                .provider("openai", "other", "gpt-4o", "vendor/m")
                .provider("east")
                .alias(alias("fast", "gpt-4o"), alias("openai/shadow", "gone"), alias("team/fast", "openai/gpt-4o"))
                .disabledByDefault()
                .hidingTheDenied();

        GatewayException denied = refusal(with.call(name));
        GatewayException unknown = refusal(without.call(name));

        assertThat(denied).usingRecursiveComparison().isEqualTo(unknown);
        assertThat(denied.message()).isEqualTo(unknown.message());
        assertThat(denied.code()).isEqualTo(ErrorCode.MODEL_NOT_FOUND);
    }

    @Test
    void aDeniedProviderFieldIsToldInTheVeryWordsOfAnUnknownOne() {
        Names without = new Names().provider("openai", "other");
        Names with =
                new Names().provider("openai", "gpt-4o").disabledByDefault().hidingTheDenied();

        assertThat(refusal(with.call("openai", "openai/gpt-4o")).message())
                .isEqualTo(refusal(without.call("openai", "openai/gpt-4o")).message());
        assertThat(refusal(with.call("openai", "gpt-4o")).message())
                .isEqualTo(refusal(without.call("openai", "gpt-4o")).message());
    }

    @Test
    void aProviderFieldDoesNotTellWhetherAnIdThatBeginsLikeTheProviderExists() {
        Names without = new Names().provider("openai", "other");
        Names with = new Names()
                .provider("openai", "openai/gpt-4o")
                .disabledByDefault()
                .hidingTheDenied();

        assertThat(with.call("openai", "openai/gpt-4o").originalModel()).isEqualTo("openai/openai/gpt-4o");
        assertThat(refusal(with.call("openai", "openai/gpt-4o")).message())
                .isEqualTo(refusal(without.call("openai", "openai/gpt-4o")).message());
    }

    @Test
    void anExplanationStillSaysWhatDeniedWhereTheCallerIsToldNothing() {
        Decision decision = models().denying("openai/gpt-4o").hidingTheDenied().call("gpt-4o");

        assertThat(decision.status()).isEqualTo(404);
        assertThat(decision.decidedBy()).contains("openai/gpt-4o");
    }

    private static Names models() {
        return new Names().provider("openai", "gpt-4o", "mini").provider("east", "gpt-4o");
    }

    private static GatewayException refusal(Decision decision) {
        return catchThrowableOfType(GatewayException.class, decision::orThrow);
    }
}
