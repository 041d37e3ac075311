package org.aurora.gateway.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.aurora.gateway.resolve.Names.targets;

import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names without aliases: qualified ids, bare ids, the provider field and the words of a 404. */
class NamesOfModelsTest {
    private final Names names = new Names()
            .provider("openai", "gpt-4o", "shared", "größe-模型-😀")
            .provider("openai-east", "gpt-4o", "shared", "only-east")
            .provider("router", "openai/gpt-4o", "openai/o9", "anthropic/claude-4", "off/model", "openai", "router/x")
            .offProvider("off", "model", "only-off");

    @ParameterizedTest
    @CsvSource({
        "openai/gpt-4o, openai/gpt-4o",
        "openai-east/gpt-4o, openai-east/gpt-4o",
        "router/openai/gpt-4o, router/openai/gpt-4o",
        "router/openai, router/openai",
        "openai/größe-模型-😀, openai/größe-模型-😀"
    })
    void aQualifiedNameIsThatProvidersModel(String asked, String target) {
        assertThat(targets(names.call(asked))).containsExactly(target);
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4o, openai/gpt-4o",
        "shared, openai/shared",
        "only-east, openai-east/only-east",
        "anthropic/claude-4, router/anthropic/claude-4",
        "openai, router/openai"
    })
    void aBareIdIsTheFirstProvidersInConfiguredOrder(String asked, String target) {
        assertThat(targets(names.call(asked))).containsExactly(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai/o9", "openai/only-east", "off/model", "off/only-off", "router/gpt-4o"})
    void aProvidersNameNeverSlidesOnToAnotherProvidersId(String asked) {
        assertThat(names.call(asked).code()).contains(ErrorCode.MODEL_NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GPT-4o",
                "OpenAI/gpt-4o",
                " gpt-4o",
                "gpt-4o ",
                "openai/ gpt-4o",
                "openai%2Fgpt-4o",
                "openai//gpt-4o",
                "/gpt-4o",
                "open/gpt-4o",
                "openai-/gpt-4o",
                "only-off",
                "openai/",
                "/",
                "${jndi:x}",
                "{{secret}}"
            })
    void nothingIsFoldedTrimmedDecodedOrExpanded(String asked) {
        assertThat(names.call(asked).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0000", "\ud800"})
    void aTextThatCanNameNothingIsABadRequest(String asked) {
        GatewayException refusal = catchThrowableOfType(GatewayException.class, () -> names.call(asked));

        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_MODEL);
    }

    @Test
    void aProviderFieldIsTheSameAsWritingProviderAndModel() {
        Decision decision = names.call("openai-east", "gpt-4o");

        assertThat(targets(decision)).containsExactly("openai-east/gpt-4o");
        assertThat(decision.originalModel()).isEqualTo("openai-east/gpt-4o");
    }

    @Test
    void aProviderFieldBeforeAModelThatAlreadyNamesItIsNotAddedTwice() {
        Decision decision = names.call("openai", "openai/gpt-4o");

        assertThat(targets(decision)).containsExactly("openai/gpt-4o");
        assertThat(decision.originalModel()).isEqualTo("openai/gpt-4o");
    }

    @Test
    void aProviderFieldIsAddedTwiceWhereThatNamesAModel() {
        assertThat(targets(names.call("router", "router/x"))).containsExactly("router/router/x");
    }

    @Test
    void aProviderFieldNeverFallsBackToABareId() {
        assertThat(names.call("openai", "only-east").status()).isEqualTo(404);
        assertThat(names.call("off", "gpt-4o").status()).isEqualTo(404);
    }

    @Test
    void aProviderFieldThatIsNoProviderMayStillSpellABareId() {
        assertThat(targets(names.call("anthropic", "claude-4"))).containsExactly("router/anthropic/claude-4");
    }

    @Test
    void anEmptyProviderFieldCountsAsLeftOut() {
        assertThat(targets(names.call("", "gpt-4o"))).containsExactly("openai/gpt-4o");
    }

    @Test
    void aProviderFieldThatCanNameNothingIsABadRequestAboutIt() {
        GatewayException refusal = catchThrowableOfType(GatewayException.class, () -> names.call("a\nb", "gpt-4o"));

        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_MODEL);
        assertThat(refusal.param()).contains("provider");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "openai/gpt-9 | The provider 'openai' has no model 'gpt-9'.",
                "off/model    | The provider 'off' has no model 'model'.",
                "nope/gpt-4o  | There is no provider 'nope', and no model or alias 'nope/gpt-4o'.",
                "gpt-9        | There is no model or alias 'gpt-9'.",
                "openai/      | 'openai/' names no model; write one after the slash, as in 'openai/model'."
            })
    void theMessageTellsAnUnknownProviderFromAnUnknownModelAndWhatToDo(String asked, String sentence) {
        GatewayException refusal = catchThrowableOfType(
                GatewayException.class, () -> names.call(asked).orThrow());

        assertThat(refusal.message()).isEqualTo(sentence + " GET /v1/models lists the names you can use.");
        assertThat(refusal.code()).isEqualTo(ErrorCode.MODEL_NOT_FOUND);
        assertThat(refusal.param()).contains("model");
    }
}
