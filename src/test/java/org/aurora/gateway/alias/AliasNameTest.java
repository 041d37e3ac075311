package org.aurora.gateway.alias;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AliasNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"regular", "openai/gpt-4o", "a b", "*", "größe-模型-😀", "../../etc/passwd", "...", ".a", "a//b"})
    void acceptsAnyTextWithCleanEnds(String name) {
        assertThat(AliasName.problem(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a", "a/", " a", "a ", "\u00a0a", "a\u2003", "\u3000"})
    void refusesASlashOrABlankAtEitherEnd(String name) {
        assertThat(AliasName.problem(name)).contains("has a slash or a blank at an end");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void refusesWhatNoBrowserCanAddress(String name) {
        assertThat(AliasName.problem(name)).contains("is only a dot or two, which browsers take out of a URL");
    }

    @Test
    void refusesWhatNoModelMayBeCalled() {
        assertThat(AliasName.problem("")).contains("is empty");
        assertThat(AliasName.problem("a\nb")).contains("has a control character");
        assertThat(AliasName.problem("a".repeat(257))).contains("has more than 256 characters");
    }
}
