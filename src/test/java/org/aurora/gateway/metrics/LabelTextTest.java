package org.aurora.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"gpt-x", "a/b", "modèle 日本 😀", "\"} 1\\", "{a=\"b\"}", " "})
    void leavesWhatHarmsNobody(String text) {
        assertThat(LabelText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\u0000", "\u001b", "\u0085", "\u2028", "\u2029", "\ud800", "\udc00"})
    void replacesWhatMayEndALineOrIsNoCharacter(String text) {
        assertThat(LabelText.of("a" + text + "b")).isEqualTo("a\ufffdb");
    }

    @Test
    void isNeverEmptyNorEndless() {
        assertThat(LabelText.of("")).isEqualTo("(none)");
        assertThat(LabelText.of("😀".repeat(1_000))).isEqualTo("😀".repeat(256));
    }
}
