package org.aurora.gateway.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectorTest {
    private static final Set<String> PROVIDERS = Set.of("openai", "openai-east", "open.router_1");

    @Test
    void aSlashAloneIsEverything() {
        assertThat(parse("/")).isEqualTo(new Selector.Everything());
    }

    @Test
    void aProviderAndASlashIsTheWholeProvider() {
        assertThat(parse("openai/")).isEqualTo(new Selector.WholeProvider("openai"));
    }

    @Test
    void aProviderAndAModelIsOneModel() {
        assertThat(parse("open.router_1/gpt-4o")).isEqualTo(oneModel("open.router_1", "gpt-4o"));
    }

    @Test
    void onlyTheFirstSlashSeparates() {
        assertThat(parse("openai/anthropic/claude/4")).isEqualTo(oneModel("openai", "anthropic/claude/4"));
    }

    @Test
    void aSecondSlashRightAfterTheFirstBelongsToTheModel() {
        assertThat(parse("openai//gpt-4o")).isEqualTo(oneModel("openai", "/gpt-4o"));
    }

    @Test
    void aProvidersNameWithoutASlashIsABareName() {
        assertThat(parse("openai")).isEqualTo(new Selector.BareName("openai"));
    }

    @Test
    void thePrefixOfAProvidersNameIsNoProvider() {
        assertThat(parse("openai-/gpt-4o")).isEqualTo(new Selector.BareName("openai-/gpt-4o"));
        assertThat(parse("open/gpt-4o")).isEqualTo(new Selector.BareName("open/gpt-4o"));
    }

    @Test
    void theLongerOfTwoProviderNamesIsNotCutShort() {
        assertThat(parse("openai-east/gpt-4o")).isEqualTo(oneModel("openai-east", "gpt-4o"));
    }

    @Test
    void anUnknownProviderMakesTheWholeTextABareName() {
        assertThat(parse("anthropic/claude-sonnet-4")).isEqualTo(new Selector.BareName("anthropic/claude-sonnet-4"));
    }

    @Test
    void aLeadingSlashNamesNoProvider() {
        assertThat(parse("/openai/gpt-4o")).isEqualTo(new Selector.BareName("/openai/gpt-4o"));
    }

    @Test
    void nothingIsFoldedTrimmedOrDecoded() {
        assertThat(parse("OpenAI/gpt-4o")).isEqualTo(new Selector.BareName("OpenAI/gpt-4o"));
        assertThat(parse(" openai/gpt-4o")).isEqualTo(new Selector.BareName(" openai/gpt-4o"));
        assertThat(parse("openai%2Fgpt-4o")).isEqualTo(new Selector.BareName("openai%2Fgpt-4o"));
        assertThat(parse("openai/ GPT-4o ")).isEqualTo(oneModel("openai", " GPT-4o "));
    }

    @Test
    void anEmptyTextIsABareNameThatNothingHas() {
        assertThat(parse("")).isEqualTo(new Selector.BareName(""));
    }

    private static Selector parse(String text) {
        return Selector.parse(text, PROVIDERS::contains);
    }

    private static Selector oneModel(String provider, String model) {
        return new Selector.OneModel(new ProviderModel(provider, model));
    }
}
