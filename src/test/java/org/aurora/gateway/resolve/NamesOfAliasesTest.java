package org.aurora.gateway.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.aurora.gateway.alias.Aliases.alias;
import static org.aurora.gateway.alias.Aliases.answering;
import static org.aurora.gateway.alias.Aliases.disabled;
import static org.aurora.gateway.alias.Aliases.failover;
import static org.aurora.gateway.alias.Aliases.hidden;
import static org.aurora.gateway.alias.Aliases.target;
import static org.aurora.gateway.alias.Aliases.weighted;
import static org.aurora.gateway.resolve.Names.targets;

import java.util.stream.IntStream;
import org.aurora.gateway.alias.Alias;
import org.aurora.gateway.alias.ResponseModel;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that are aliases: shadows, chains, and failing closed. */
class NamesOfAliasesTest {
    @Test
    void anAliasHidesABareModelUnderExactlyThatText() {
        Names names = models().alias(alias("gpt-4o", "east/gpt-4o"));

        assertThat(targets(names.call("gpt-4o"))).containsExactly("east/gpt-4o");
        assertThat(targets(names.call("openai/gpt-4o"))).containsExactly("openai/gpt-4o");
    }

    @Test
    void anAliasHidesAQualifiedModelUnderExactlyThatText() {
        Names names = models().alias(alias("openai/gpt-4o", "east/gpt-4o"));

        assertThat(targets(names.call("openai/gpt-4o"))).containsExactly("east/gpt-4o");
        assertThat(targets(names.call("gpt-4o"))).containsExactly("openai/gpt-4o");
    }

    @Test
    void aliasesApplyToAProviderFieldAsWell() {
        Names names = models().alias(alias("openai/gpt-4o", "east/gpt-4o"), alias("team/fast", "openai/mini"));

        assertThat(targets(names.call("openai", "gpt-4o"))).containsExactly("east/gpt-4o");
        assertThat(targets(names.call("openai", "openai/gpt-4o"))).containsExactly("east/gpt-4o");
        assertThat(targets(names.call("team", "fast"))).containsExactly("openai/mini");
    }

    @Test
    void aProviderFieldIsNotDroppedWhereItSpellsABrokenAlias() {
        Names names = models().alias(alias("openai/openai/gpt-4o", "openai/gone"));

        assertThat(names.call("openai", "openai/gpt-4o").code()).contains(ErrorCode.ALIAS_TARGET_UNAVAILABLE);
    }

    @Test
    void anAliasMayBeCalledLikeAnOffProvidersModel() {
        Names names = models().offProvider("off", "m").alias(alias("off/m", "openai/mini"));

        assertThat(targets(names.call("off/m"))).containsExactly("openai/mini");
    }

    @Test
    void aQualifiedShadowMayShareTrafficWithTheModelItHides() {
        Names names = models().alias(failover("openai/gpt-4o", "openai/gpt-4o", "east/gpt-4o"));

        assertThat(targets(names.call("openai/gpt-4o"))).containsExactly("openai/gpt-4o", "east/gpt-4o");
    }

    @Test
    void namesDifferByCaseAndByWhatOnlyLooksTheSame() {
        Names names = models().alias(alias("Fast", "openai/mini"), alias("\u00e9", "openai/mini"));

        assertThat(names.call("fast").status()).isEqualTo(404);
        assertThat(names.call("e\u0301").status()).isEqualTo(404);
        assertThat(names.call("\u00e9").status()).isEqualTo(200);
    }

    @Test
    void aDisabledAliasDoesNotExist() {
        Names names = models().alias(disabled(alias("gpt-4o", "east/gpt-4o")), disabled(alias("fast", "openai/mini")));

        assertThat(targets(names.call("gpt-4o"))).containsExactly("openai/gpt-4o");
        assertThat(names.call("fast").code()).contains(ErrorCode.MODEL_NOT_FOUND);
    }

    @Test
    void aHiddenAliasIsCallable() {
        assertThat(targets(
                        models().alias(hidden(alias("secret", "openai/mini"))).call("secret")))
                .containsExactly("openai/mini");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai/gone", "gone", "nope/gpt-4o", "off/m", "gpt-4o"})
    void anEnabledAliasWithoutTargetFailsClosedAndNeverFallsThrough(String target) {
        Names names = models().offProvider("off", "m").alias(alias("gpt-4o", target));

        Decision decision = names.call("gpt-4o");

        assertThat(decision.status()).isEqualTo(503);
        assertThat(decision.code()).contains(ErrorCode.ALIAS_TARGET_UNAVAILABLE);
        assertThat(decision.aliasChain()).containsExactly("gpt-4o");
    }

    @Test
    void aChainOfEightIsCallableAndTold() {
        Decision decision = models().alias(chain(8)).call("a1");

        assertThat(targets(decision)).containsExactly("openai/gpt-4o");
        assertThat(decision.aliasChain()).containsExactly("a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8");
    }

    @Test
    void aChainOfNineIsNotButItsTailIs() {
        Names names = models().alias(chain(9));

        assertThat(names.call("a1").code()).contains(ErrorCode.ALIAS_TARGET_UNAVAILABLE);
        assertThat(names.call("a2").status()).isEqualTo(200);
    }

    @Test
    void aCycleBreaksItsMembersAndNoOthers() {
        Names names = models().alias(
                        alias("a", "b"), alias("b", "a"), failover("c", "a", "openai/mini"), alias("d", "openai/mini"));

        assertThat(names.call("a").code()).contains(ErrorCode.ALIAS_TARGET_UNAVAILABLE);
        assertThat(names.call("b").code()).contains(ErrorCode.ALIAS_TARGET_UNAVAILABLE);
        assertThat(targets(names.call("c"))).containsExactly("openai/mini");
        assertThat(targets(names.call("d"))).containsExactly("openai/mini");
    }

    @Test
    void aBrokenAliasHidesTheModelOfItsName() {
        Names names = models().alias(alias("gpt-4o", "b"), alias("b", "gpt-4o"));

        assertThat(names.call("gpt-4o").code()).contains(ErrorCode.ALIAS_TARGET_UNAVAILABLE);
    }

    @Test
    void moreThanSixtyFourCandidatesAreRefusedRatherThanCutShort() {
        Alias wide = failover(
                "wide", IntStream.range(0, 65).mapToObj(at -> "openai/gpt-4o").toArray(String[]::new));

        assertThat(models().alias(wide).call("wide").code()).contains(ErrorCode.ALIAS_TARGET_UNAVAILABLE);
    }

    @Test
    void theRefusalNamesWhatIsMissing() {
        Names names = models().alias(failover("fast", "openai/gone", "nobody", "east/away", "openai/gone"));

        assertThat(refusal(names.call("fast")).message())
                .contains("'fast'")
                .contains("(missing: openai/gone, east/away)")
                .contains("ask the operator");
    }

    @Test
    void theRefusalDoesNotTellOfOtherAliases() {
        Names names = models().alias(alias("a", "confidential"), alias("confidential", "a"));

        assertThat(refusal(names.call("a")).message()).doesNotContain("confidential");
    }

    @Test
    void theAliasCalledSaysWhichModelNameTheAnswerCarries() {
        Names names = models().alias(
                        answering(ResponseModel.REQUESTED, alias("inner", "openai/mini")), alias("outer", "inner"));

        assertThat(names.call("inner").responseModel()).isEqualTo(ResponseModel.REQUESTED);
        assertThat(names.call("outer").responseModel()).isEqualTo(ResponseModel.UPSTREAM);
        assertThat(names.call("openai/mini").responseModel()).isEqualTo(ResponseModel.UPSTREAM);
    }

    @Test
    void everyTargetKnowsTheAliasesThatLedToIt() {
        Decision decision = models().alias(failover("top", "left", "openai/mini"), alias("left", "east/gpt-4o"))
                .call("top");

        assertThat(decision.orThrow().targets())
                .extracting(Target::aliasChain)
                .containsExactly(java.util.List.of("top", "left"), java.util.List.of("top"));
        assertThat(decision.aliasChain()).containsExactly("top", "left");
    }

    @Test
    void aRefusalTellsTheAliasesThatEveryWayGoesThrough() {
        Decision decision = models().alias(
                        alias("top", "fork"), alias("fork", "left", "right"), alias("left", "x"), alias("right", "y"))
                .call("top");

        assertThat(decision.aliasChain()).containsExactly("top", "fork");
    }

    @Test
    void everyCandidateIsToldWithWhyItWasStruckOut() {
        Decision decision = models().denying("east/gpt-4o")
                .alias(weighted(
                        "mix",
                        target("openai/gone", 1),
                        target("east/gpt-4o", 1),
                        target("openai/mini", 0),
                        target("openai/gpt-4o", 1)))
                .call("mix");

        assertThat(decision.candidates())
                .extracting(judged -> judged.strike().map(Enum::name).orElse("open"))
                .containsExactly("NOT_IN_INVENTORY", "ACCESS_DENIED", "WEIGHT_ZERO", "open");
        assertThat(targets(decision)).containsExactly("openai/gpt-4o");
    }

    private static Names models() {
        return new Names().provider("openai", "gpt-4o", "mini").provider("east", "gpt-4o");
    }

    private static Alias[] chain(int length) {
        return IntStream.rangeClosed(1, length)
                .mapToObj(at -> alias("a" + at, at == length ? "openai/gpt-4o" : "a" + (at + 1)))
                .toArray(Alias[]::new);
    }

    private static GatewayException refusal(Decision decision) {
        return catchThrowableOfType(GatewayException.class, decision::orThrow);
    }
}
