package org.aurora.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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

class ProvidersSectionTest {
    private final Path directory;

    ProvidersSectionTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void readsEveryField() {
        assertThat(
                        provider(
                                "type: azure, base_url: \"https://h/openai/\", api_key: k, api_version: 2024-10-21, models: [m, 4.10]"))
                .isEqualTo(new Provider(
                        "p",
                        "azure",
                        Optional.of(URI.create("https://h/openai")),
                        Optional.of(new Secret("k")),
                        Optional.of("2024-10-21"),
                        List.of(new ConfiguredModel("m", Map.of()), new ConfiguredModel("4.10", Map.of())),
                        Optional.empty()));
    }

    @Test
    void knowsWhereAServiceIs() {
        assertThat(provider("type: openai, api_key: k").baseUrl()).contains(URI.create("https://api.openai.com/v1"));
    }

    @Test
    void needsNothingForTheDemo() {
        assertThat(provider("type: demo"))
                .returns(true, Provider::on)
                .returns(Optional.empty(), Provider::baseUrl)
                .returns(Optional.empty(), Provider::key);
    }

    @Test
    void switchesOffAProviderWithoutTheKeyItNeeds() {
        assertThat(provider("type: openai").offReason())
                .contains("A provider of type openai needs an API key (api_key, or the variable P_API_KEY).");
    }

    @Test
    void switchesOffAProviderWithoutKeyAndAddress() {
        assertThat(provider("type: azure, api_key: '', base_url: \"\"").offReason())
                .contains(
                        "A provider of type azure needs an API key (api_key, or the variable P_API_KEY) and a base URL"
                                + " (base_url, or the variable P_BASE_URL).");
    }

    @Test
    void leavesKeyAndAddressToATypeItDoesNotKnow() {
        assertThat(provider("type: acme-llm, base_url: \"http://h\"").on()).isTrue();
        assertThat(provider("type: acme-llm").on()).isTrue();
    }

    @Test
    void keepsTheOrderOfTheFile() {
        assertThat(Configured.in(directory)
                        .file("providers: { z: { type: vllm }, a.b_c-1: { type: vllm }, m: { type: demo } }")
                        .read()
                        .providers())
                .extracting(Provider::name)
                .containsExactly("z", "a.b_c-1", "m");
    }

    @ParameterizedTest
    @CsvSource({
        "http://h, http://h",
        "http://h/, http://h",
        "https://h:1/a/b//, https://h:1/a/b",
        "'http://[::1]:8000/v1', 'http://[::1]:8000/v1'",
        "HTTPS://h/v1, HTTPS://h/v1"
    })
    void takesAnAddressWithoutItsLastSlash(String written, String read) {
        assertThat(provider("type: vllm, base_url: \"" + written + "\"").baseUrl())
                .contains(URI.create(read));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8000",
                "/v1",
                "ftp://h",
                "http://",
                "http:///v1",
                "http://h:99999",
                "http://h:0",
                "http://a b",
                "x",
                "file:/etc"
            })
    void refusesWhatIsNoAddress(String written) {
        assertThat(refusal("type: vllm, base_url: \"" + written + "\""))
                .isEqualTo(
                        "config/aurora.yaml line 1, providers.p.base_url: '" + written + "' is not an absolute http or"
                                + " https address without user info, query and fragment, such as https://host/v1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://user:sk-secret@h",
                "http://sk-secret@h/v1",
                "http://h/v1?key=sk-secret",
                "http://h/#sk-secret"
            })
    void refusesAnAddressWithASecretInItWithoutShowingIt(String written) {
        assertThat(refusal("type: vllm, base_url: \"" + written + "\""))
                .startsWith("config/aurora.yaml line 1, providers.p.base_url: the address must be an absolute")
                .doesNotContain("sk-secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | : type is missing; allowed are openai, anthropic, ",
                "{ type: ../x } | .type: '../x' is not a type",
                "{ type: OpenAI } | .type: 'OpenAI' is not a type",
                "{ type: [openai] } | .type: must be a single value, but is a list",
                "{ type: vllm, baseurl: x } | .baseurl: unknown key 'baseurl'; allowed are type, base_url, api_key, api_ver",
                "{ type: azure, api_version: 'a&b' } | .api_version: 'a&b' is not 1 to 64 letters",
                "{ type: demo, base_url: 'http://h' } | .base_url: a provider of type demo takes no base_url; leave it out",
                "{ type: demo, api_key: sk-secret } | .api_key: a provider of type demo takes no api_key; leave it out",
                "{ type: openai, api_key: 'sk-secret two' } | .api_key: the key must consist of visible ASCII characters",
                "{ type: openai, api_key: ' ' } | .api_key: the key is blank",
                "{ type: openai, api_key: { value: sk-secret } } | .api_key: must be a single value, but is a mapping",
                "{ type: vllm, models: m } | .models: must be a list, but is a single value",
                "{ type: vllm, models: [] } | .models: the list is empty",
                "{ type: vllm, models: [{}] } | .models[0]: id is missing",
                "{ type: vllm, models: [m, { id: n, meta: {} }] } | .models[1].meta: unknown key 'meta'; allowed are id, metadata",
                "{ type: vllm, models: [[m]] } | .models[0]: must be a mapping of keys to values, but is a list",
                "vllm | : must be a mapping of keys to values, but is a single value"
            })
    void refusesABodyThatCannotBe(String body, String reason) {
        assertThat(Configured.in(directory)
                        .file("providers: { p: " + body + " }")
                        .refusal())
                .startsWith("config/aurora.yaml line 1, providers.p" + reason)
                .doesNotContain("sk-secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Openai",
                "-a",
                "a/b",
                "a b",
                "''",
                "\u00e4",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void refusesANameThatCouldNotBeSelected(String name) {
        assertThat(Configured.in(directory)
                        .file("providers: { " + name + ": { type: vllm } }")
                        .refusal())
                .contains("must have 1 to 64 lower case letters, digits, '.', '_' or '-'");
    }

    @Test
    void leavesOutModelIdsThatCannotBeAndSaysSo() {
        Configuration configuration = Configured.in(directory)
                .file("providers: { p: { type: vllm, models: [a, \"\", a, \"b\\n\", " + "c".repeat(257) + ", /d/e] } }")
                .read();

        assertThat(configuration.providers().get(0).models())
                .extracting(ConfiguredModel::id)
                .containsExactly("a", "/d/e");
        assertThat(configuration.warnings())
                .hasSize(4)
                .startsWith(
                        "config/aurora.yaml line 1, providers.p.models[1]: the model id '' was left out, since it is blank",
                        "config/aurora.yaml line 1, providers.p.models[2]: the model id 'a' was left out, since it is repeated");
    }

    @Test
    void refusesAListOfWhichNothingRemains() {
        assertThat(refusal("type: vllm, models: [\" \"]"))
                .contains("providers.p.models: the list holds no usable model id");
    }

    @Test
    void readsMetadataExactly() {
        assertThat(model("""
                        display_name: "My model"
                        context_window: 32768
                        max_output_tokens: 0
                        modes: ["chat", completion]
                        capabilities: { tools: true, vision: no }
                        pricing:
                          currency: USD
                          input_per_mtok: 0.10
                          output_per_mtok: 0
                          per_page: 1e-3
                          tiers:
                            - { up_to_mtok: 0.2, input_per_mtok: 1.25, output_per_mtok: 10 }
                            - { up_to_mtok: 1, input_per_mtok: 2.5, cached_input_per_mtok: 0.25, cache_write_per_mtok: 3 }
                        """).metadata())
                .isEqualTo(Map.of(
                        "display_name",
                        "My model",
                        "context_window",
                        32768L,
                        "max_output_tokens",
                        0L,
                        "modes",
                        List.of("chat", "completion"),
                        "capabilities",
                        Map.of("tools", true, "vision", false),
                        "pricing",
                        Map.of(
                                "currency", "USD",
                                "input_per_mtok", new BigDecimal("0.10"),
                                "output_per_mtok", new BigDecimal("0"),
                                "per_page", new BigDecimal("0.001"),
                                "tiers",
                                        List.of(
                                                Map.of(
                                                        "up_to_mtok", new BigDecimal("0.2"),
                                                        "input_per_mtok", new BigDecimal("1.25"),
                                                        "output_per_mtok", new BigDecimal("10")),
                                                Map.of(
                                                        "up_to_mtok", new BigDecimal("1"),
                                                        "input_per_mtok", new BigDecimal("2.5"),
                                                        "cached_input_per_mtok", new BigDecimal("0.25"),
                                                        "cache_write_per_mtok", new BigDecimal("3"))))));
    }

    @Test
    void keepsMetadataInTheOrderWritten() {
        assertThat(model("modes: [chat]\ndisplay_name: x\ncontext_window: 1\n")
                        .metadata()
                        .keySet())
                .containsExactly("modes", "display_name", "context_window");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "input_per_mtok",
                "output_per_mtok",
                "cached_input_per_mtok",
                "cache_write_per_mtok",
                "reasoning_output_per_mtok",
                "audio_input_per_mtok",
                "audio_output_per_mtok",
                "batch_input_per_mtok",
                "batch_output_per_mtok",
                "per_image",
                "input_per_image",
                "per_request",
                "per_second_input",
                "per_second_output",
                "per_character_input",
                "per_page"
            })
    void readsEveryPrice(String price) {
        assertThat(model("pricing: { " + price + ": 0.3 }\n").metadata())
                .isEqualTo(Map.of("pricing", Map.of(price, new BigDecimal("0.3"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "context_windows: 1 | context_windows: unknown key 'context_windows'; allowed are display_name, context_window",
                "context_window: '1' | context_window: '1' is not a number without quotes",
                "context_window: 1.5 | context_window: '1.5' is not a whole number",
                "context_window: -1 | context_window: '-1' is not a whole number",
                "max_output_tokens: many | max_output_tokens: 'many' is not a number",
                "display_name: true | display_name: must be text",
                "modes: chat | modes: must be a list",
                "capabilities: [tools] | capabilities: must be a mapping",
                "capabilities: { tools: maybe } | capabilities.tools: 'maybe' is not true or false",
                "pricing: { input_per_token: 1 } | pricing.input_per_token: unknown key 'input_per_token'; allowed are currency, ti",
                "pricing: { currency: EUR } | pricing.currency: 'EUR' is not USD",
                "pricing: { per_page: -0.1 } | pricing.per_page: '-0.1' is not a number of 0 or more",
                "pricing: { per_page: .inf } | pricing.per_page: '.inf' is not a number of 0 or more",
                "pricing: { per_page: 1e999999999 } | pricing.per_page: '1e999999999' is not a number of 0 or more",
                "pricing: { per_page: '1' } | pricing.per_page: '1' is not a number without quotes",
                "pricing: { tiers: [{ input_per_mtok: 1 }] } | pricing.tiers[0]: up_to_mtok is missing",
                "pricing: { tiers: [{ up_to_mtok: 1 }, { up_to_mtok: 1.0 }] } | pricing.tiers[1].up_to_mtok: '1.0' is not above 1",
                "pricing: { tiers: [{ up_to_mtok: 1, per_page: 1 }] } | pricing.tiers[0].per_page: unknown key 'per_page'"
            })
    void refusesMetadataThatCannotBe(String metadata, String reason) {
        assertThat(Configured.in(directory)
                        .file("providers: { p: { type: vllm, models: [{ id: m, metadata: { " + metadata + " } }] } }")
                        .refusal())
                .startsWith("config/aurora.yaml line 1, providers.p.models[0].metadata." + reason);
    }

    private ConfiguredModel model(String metadata) {
        String yaml = "providers:\n  p:\n    type: vllm\n    models:\n      - id: m\n        metadata:\n"
                + metadata.indent(10);
        return Configured.in(directory).file(yaml).provider("p").models().get(0);
    }

    private Provider provider(String body) {
        return Configured.in(directory)
                .file("providers: { p: { " + body + " } }")
                .provider("p");
    }

    private String refusal(String body) {
        return Configured.in(directory)
                .file("providers: { p: { " + body + " } }")
                .refusal();
    }
}
