package org.aurora.gateway.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"gpt-4o", "a", " ", "/", "anthropic/claude-sonnet-4", "模型-😀", "e\u0301", "a%2Fb", "../x"})
    void acceptsAnyPrintableText(String text) {
        assertThat(ModelText.problem(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nx-evil: 1", "\u0000", "a\u007f", "a\u0085b", "\t"})
    void refusesControlCharacters(String text) {
        assertThat(ModelText.problem(text)).contains("has a control character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "a\ude00b"})
    void refusesHalfACharacterThatNoUtf8CanCarry(String text) {
        assertThat(ModelText.problem(text)).contains("has a character that is not valid Unicode");
    }

    @Test
    void refusesTheEmptyText() {
        assertThat(ModelText.problem("")).contains("is empty");
    }

    @Test
    void countsCharactersAndNotTheirHalves() {
        assertThat(ModelText.problem("😀".repeat(256))).isEmpty();
        assertThat(ModelText.problem("😀".repeat(257))).contains("has more than 256 characters");
    }

    @Test
    void acceptsExactlyTheLimit() {
        assertThat(ModelText.problem("a".repeat(256))).isEmpty();
        assertThat(ModelText.problem("a".repeat(257))).contains("has more than 256 characters");
    }

    @Test
    void tellsTheCallerWhichFieldIsWrongAndWhatToSend() {
        GatewayException refusal =
                catchThrowableOfType(GatewayException.class, () -> ModelText.require("provider", "a\nb"));

        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_MODEL);
        assertThat(refusal.param()).contains("provider");
        assertThat(refusal.message()).contains("'provider'", "control character", "1 to 256");
    }

    @Test
    void neverRepeatsAnInvalidTextToTheCaller() {
        GatewayException refusal =
                catchThrowableOfType(GatewayException.class, () -> ModelText.require("model", "\u001b[31mboo"));

        assertThat(refusal.message()).doesNotContain("boo");
    }
}
