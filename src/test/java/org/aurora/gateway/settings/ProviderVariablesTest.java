package org.aurora.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aurora.gateway.model.Secret;
import org.aurora.gateway.provider.ConfiguredModel;
import org.aurora.gateway.provider.Provider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderVariablesTest {
    private final Path directory;

    ProviderVariablesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void createsAProviderOfAKnownType() {
        assertThat(created(Map.of("OPENROUTER_API_KEY", "k")))
                .containsExactly(new Provider(
                        "openrouter",
                        "openrouter",
                        Optional.of(URI.create("https://openrouter.ai/api/v1")),
                        Optional.of(new Secret("k")),
                        Optional.empty(),
                        List.of(),
                        Optional.empty()));
    }

    @Test
    void createsAProviderOfATypeWithASuffix() {
        assertThat(created(Map.of("OPENAI_EAST_2_API_KEY", "k", "OPENAI_EAST_2_BASE_URL", "http://east/v1/")))
                .singleElement()
                .returns("openai-east-2", Provider::name)
                .returns("openai", Provider::type)
                .returns(true, Provider::on)
                .returns(Optional.of(URI.create("http://east/v1")), Provider::baseUrl);
    }

    @Test
    void readsEachOfTheFourVariables() {
        assertThat(created(Map.of(
                        "AZURE_API_KEY", "k",
                        "AZURE_BASE_URL", "https://h",
                        "AZURE_API_VERSION", "2024-10-21",
                        "AZURE_MODELS", " b, a ,,b,org/c")))
                .singleElement()
                .returns(Optional.of("2024-10-21"), Provider::apiVersion)
                .returns(true, Provider::on)
                .extracting(Provider::models)
                .isEqualTo(List.of(
                        new ConfiguredModel("b", Map.of()),
                        new ConfiguredModel("a", Map.of()),
                        new ConfiguredModel("org/c", Map.of())));
    }

    @Test
    void switchesOffWhatTheEnvironmentNamesWithoutAKey() {
        assertThat(created(Map.of("GROQ_MODELS", "m"))).singleElement().returns(false, Provider::on);
    }

    @Test
    void putsCreatedProvidersByNameAfterThoseOfTheFile() {
        Configured configured = Configured.in(directory)
                .file("providers: { zeta: { type: vllm }, beta: { type: demo } }")
                .variables(Map.of(
                        "XAI_API_KEY", "k", "GROQ_API_KEY", "k", "OPENAI_A_API_KEY", "k", "OPENAI_API_KEY", "k"));

        assertThat(configured.read().providers())
                .extracting(Provider::name)
                .containsExactly("zeta", "beta", "groq", "openai", "openai-a", "xai");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OPENAI_ORG_ID",
                "OPENAI_KEY",
                "OPENAIX_API_KEY",
                "MY_OPENAI_API_KEY",
                "API_KEY",
                "_API_KEY",
                "GITHUB_API_KEY",
                "openai_api_key",
                "OPENAI__API_KEY",
                "OPENAI_A__B_API_KEY",
                "OPENAI_API_KEY_FILE",
                "AURORA_API_KEY",
                "NPM_MODELS"
            })
    void neverReactsToAnUnrelatedVariable(String variable) {
        assertThat(Configured.in(directory).variables(Map.of(variable, "x")).read())
                .returns(List.of(), Configuration::providers)
                .returns(List.of(), Configuration::warnings);
    }

    @ParameterizedTest
    @CsvSource({"OPENAI_API_KEY, ''", "OPENAI_MODELS, ''", "OPENAI_MODELS, ' , ,'"})
    void takesAnEmptyVariableForUnset(String variable, String value) {
        assertThat(created(Map.of(variable, value))).isEmpty();
    }

    @Test
    void prefersTheEnvironmentToTheFile() {
        Provider provider = Configured.in(directory)
                .file("""
                        providers:
                          local-v.llm:
                            type: vllm
                            base_url: http://file
                            api_key: file
                            api_version: file
                            models: [a, { id: b, metadata: { context_window: 1 } }]
                        """)
                .variables(Map.of(
                        "LOCAL_V_LLM_BASE_URL", "http://env",
                        "LOCAL_V_LLM_API_KEY", "env",
                        "LOCAL_V_LLM_API_VERSION", "env",
                        "LOCAL_V_LLM_MODELS", "c,b"))
                .provider("local-v.llm");

        assertThat(provider)
                .isEqualTo(new Provider(
                        "local-v.llm",
                        "vllm",
                        Optional.of(URI.create("http://env")),
                        Optional.of(new Secret("env")),
                        Optional.of("env"),
                        List.of(
                                new ConfiguredModel("c", Map.of()),
                                new ConfiguredModel("b", Map.of("context_window", 1L))),
                        Optional.empty()));
    }

    @Test
    void givesATypesVariableToTheProviderOfThatName() {
        Configured configured = Configured.in(directory)
                .file("providers: { a: { type: openai }, openai: { type: vllm } }")
                .variables(Map.of("OPENAI_API_KEY", "k"));

        assertThat(configured.provider("openai").key()).contains(new Secret("k"));
        assertThat(configured.provider("a").key()).isEmpty();
    }

    @Test
    void givesATypesVariableToTheOnlyProviderOfThatType() {
        Configured configured = Configured.in(directory)
                .file("providers: { main: { type: openai }, other: { type: vllm } }")
                .variables(Map.of("OPENAI_API_KEY", "k"));

        assertThat(configured.read().providers()).extracting(Provider::name).containsExactly("main", "other");
        assertThat(configured.provider("main").key()).contains(new Secret("k"));
    }

    @ParameterizedTest
    @CsvSource({"main, MAIN", "zz, ZZ", "a, A"})
    void prefersAVariableOfTheNameToOneOfTheType(String name, String prefix) {
        Configured configured = Configured.in(directory)
                .file("providers: { " + name + ": { type: openai } }")
                .variables(Map.of("OPENAI_API_KEY", "of-type", prefix + "_API_KEY", "of-name"));

        assertThat(configured.provider(name).key()).contains(new Secret("of-name"));
    }

    @Test
    void ignoresATypesVariableThatSeveralProvidersCouldMean() {
        Configured configured = Configured.in(directory)
                .file("providers: { a: { type: openai }, b: { type: openai } }")
                .variables(Map.of("OPENAI_API_KEY", "sk-secret"));

        assertThat(configured.read().providers())
                .extracting(Provider::name, Provider::on)
                .containsExactly(tuple("a", false), tuple("b", false));
        assertThat(configured.read().warnings())
                .containsExactly("environment variable OPENAI_API_KEY is ignored: there are several providers of type"
                        + " openai: a, b; use A_API_KEY and the like");
    }

    @Test
    void ignoresAVariableThatTwoNamesWouldShare() {
        Configured configured = Configured.in(directory)
                .file("providers: { a-b: { type: openai }, a.b: { type: vllm } }")
                .variables(Map.of("A_B_API_KEY", "sk-secret"));

        assertThat(configured.read().providers())
                .allMatch(provider -> provider.key().isEmpty());
        assertThat(configured.read().warnings())
                .containsExactly("environment variable A_B_API_KEY is ignored: it could mean any of the providers a-b,"
                        + " a.b; rename all but one of them");
    }

    @Test
    void createsAProviderWithASuffixBesideOthersOfItsType() {
        Configured configured = Configured.in(directory)
                .file("providers: { main: { type: openai } }")
                .variables(Map.of("OPENAI_EAST_API_KEY", "k"));

        assertThat(configured.read().providers()).extracting(Provider::name).containsExactly("main", "openai-east");
        assertThat(configured.provider("main").on()).isFalse();
    }

    @Test
    void givesASuffixedVariableToTheProviderOfThatNameWhateverItsType() {
        Configured configured = Configured.in(directory)
                .file("providers: { openai.east: { type: acme, base_url: \"http://h\" } }")
                .variables(Map.of("OPENAI_EAST_API_KEY", "k"));

        assertThat(configured.read().providers()).singleElement().returns(Optional.of(new Secret("k")), Provider::key);
    }

    @Test
    void ignoresAKeyForTheDemo() {
        Configured configured = Configured.in(directory).variables(Map.of("DEMO_API_KEY", "sk-secret"));

        assertThat(configured.read().providers()).isEmpty();
        assertThat(configured.read().warnings())
                .containsExactly("environment variable DEMO_API_KEY is ignored: a provider of type demo takes none");
    }

    @Test
    void ignoresAVariableWhoseProviderWouldHaveTooLongAName() {
        Configured configured = Configured.in(directory).variables(Map.of("XAI_" + "A".repeat(64) + "_API_KEY", "k"));

        assertThat(configured.read().providers()).isEmpty();
        assertThat(configured.read().warnings()).singleElement().asString().endsWith("at most 64 characters");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OPENAI_BASE_URL | ftp://h | 'ftp://h' is not an absolute http or https address",
                "OPENAI_BASE_URL | http://a:sk-secret@h | the address must be an absolute",
                "OPENAI_API_KEY | sk-secret two | the key must consist of visible ASCII characters",
                "AZURE_API_VERSION | a/b | 'a/b' is not 1 to 64 letters"
            })
    void refusesAValueThatCannotBe(String variable, String value, String reason) {
        assertThat(Configured.in(directory).variables(Map.of(variable, value)).refusal())
                .startsWith("environment variable " + variable + ": " + reason)
                .doesNotContain("sk-secret");
    }

    private List<Provider> created(Map<String, String> variables) {
        return Configured.in(directory).variables(variables).read().providers();
    }
}
