package org.aurora.gateway.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderTypesTest {
    @ParameterizedTest
    @CsvSource({
        "openai, https://api.openai.com/v1, REQUIRED, REQUIRED",
        "anthropic, https://api.anthropic.com/v1, REQUIRED, REQUIRED",
        "gemini, https://generativelanguage.googleapis.com/v1beta/openai, REQUIRED, REQUIRED",
        "groq, https://api.groq.com/openai/v1, REQUIRED, REQUIRED",
        "deepseek, https://api.deepseek.com, REQUIRED, REQUIRED",
        "openrouter, https://openrouter.ai/api/v1, REQUIRED, REQUIRED",
        "xai, https://api.x.ai/v1, REQUIRED, REQUIRED",
        "zai, https://api.z.ai/api/paas/v4, REQUIRED, REQUIRED",
        "minimax, https://api.minimax.io/v1, REQUIRED, REQUIRED",
        "mistral, https://api.mistral.ai/v1, REQUIRED, REQUIRED",
        "azure, none, REQUIRED, REQUIRED",
        "oracle, none, REQUIRED, REQUIRED",
        "ollama, http://localhost:11434/v1, REQUIRED, OPTIONAL",
        "vllm, http://localhost:8000/v1, REQUIRED, OPTIONAL",
        "demo, none, NONE, NONE",
        "acme, none, OPTIONAL, OPTIONAL"
    })
    void knowsWhatEachTypeNeeds(String name, String defaultBaseUrl, Need baseUrl, Need key) {
        ProviderType type = ProviderTypes.named(name);

        assertThat(type.defaultBaseUrl().map(Object::toString).orElse("none")).isEqualTo(defaultBaseUrl);
        assertThat(type.baseUrl()).isEqualTo(baseUrl);
        assertThat(type.key()).isEqualTo(key);
    }

    @Test
    void namesTypesInLettersOnlySoThatVariablesCanBeginWithThem() {
        assertThat(ProviderTypes.known()).hasSize(15).allMatch(type -> type.name()
                .matches("[a-z]+"));
    }
}
