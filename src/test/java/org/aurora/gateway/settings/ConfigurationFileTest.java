package org.aurora.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aurora.gateway.access.AccessRule;
import org.aurora.gateway.alias.Alias;
import org.aurora.gateway.model.Secret;
import org.aurora.gateway.provider.ConfiguredModel;
import org.aurora.gateway.provider.Provider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationFileTest {
    private final Path directory;

    ConfigurationFileTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void needsNoFile() {
        assertThat(Configured.in(directory).read())
                .returns(List.of(), Configuration::providers)
                .returns(List.of(), Configuration::aliases)
                .returns(List.of(), Configuration::warnings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "# only a comment\n", "---\n", "{}", "providers:\naliases:\nmodel_overrides: {}\nsettings:\n"
            })
    void takesAFileWithNothingInIt(String yaml) {
        assertThat(Configured.in(directory).file(yaml).read().providers()).isEmpty();
    }

    @Test
    void readsTheFileThatTheEnvironmentNames() throws IOException {
        Files.writeString(directory.resolve("other.yaml"), "settings: { aurora_port: 9000 }");
        Configured configured = Configured.in(directory)
                .file("settings: { aurora_port: 9001 }")
                .variables(Map.of("AURORA_CONFIG_PATH", "other.yaml"));

        assertThat(configured.read().settings().port()).isEqualTo(9000);
    }

    @Test
    void refusesANamedFileThatIsMissing() {
        assertThat(withPath("nowhere.yaml").refusal())
                .isEqualTo(
                        "environment variable AURORA_CONFIG_PATH: 'nowhere.yaml' is not the path of an existing file");
    }

    @Test
    void refusesAFolderInPlaceOfTheFile() throws IOException {
        Files.createDirectory(directory.resolve("folder"));

        assertThat(withPath("folder").refusal())
                .isEqualTo("'folder' must be a file in UTF-8 that the gateway may read");
    }

    @Test
    void refusesAFileInAnotherEncoding() throws IOException {
        Files.write(directory.resolve("old.yaml"), "aliases: { \u00e4: b }".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(withPath("old.yaml").refusal()).contains("UTF-8");
    }

    @Test
    void refusesAnUnknownKeyAndSaysWhatIsAllowed() {
        assertThat(Configured.in(directory).file("\nprovider: {}\n").refusal())
                .isEqualTo(
                        "config/aurora.yaml line 2, provider: unknown key 'provider'; allowed are providers, aliases,"
                                + " model_overrides, settings");
    }

    @Test
    void refusesAKeyThatIsWrittenTwice() {
        assertThat(Configured.in(directory).file("aliases:\n  a: b\n  a: c\n").refusal())
                .isEqualTo("config/aurora.yaml line 3: the key 'a' is written twice in the same place");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- a", "text", "42"})
    void refusesAFileThatIsNoMapping(String yaml) {
        assertThat(Configured.in(directory).file(yaml).refusal())
                .startsWith("config/aurora.yaml line 1: must be a mapping of keys to values, but is a ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "providers:\n  p: {type: vllm, api_key: \"sk-secret",
                "providers:\n  p:\n    type: vllm\n    api_key: *sk-secret",
                "providers:\n  p:\n    type: vllm\n    api_key: !sk-secret x",
                "providers:\n  p:\n    type: vllm\n    api_key: !sk-secret!x y",
                "providers:\n  p:\n    type: vllm\n    api_key: \"\\sk-secret\"",
                "providers:\n  p:\n\tapi_key: sk-secret",
                "providers:\n  p:\n    api_key: sk-secret: sk-secret",
                "providers:\n  p:\n    {api_key: sk-secret}: x",
                "providers: {}\n---\nproviders: {p: {type: vllm, api_key: sk-secret}}",
                "providers:\n  p:\n    type: vllm\n    <<: sk-secret"
            })
    void refusesBrokenYamlWithItsLineAndWithoutQuotingIt(String yaml) {
        assertThat(Configured.in(directory).file(yaml).refusal())
                .containsPattern("^config/aurora.yaml line \\d")
                .doesNotContain("sk-secret");
    }

    @Test
    void saysWhereTheYamlIsBroken() {
        assertThat(Configured.in(directory).file("aliases:\n  a: b: c\n").refusal())
                .isEqualTo("config/aurora.yaml line 2, column 7: not valid YAML; look at the indentation, colons and"
                        + " quotes there");
    }

    @Test
    void refusesAnEmptyValue() {
        assertThat(Configured.in(directory)
                        .file("providers:\n  p:\n    type: vllm\n    models:\n")
                        .refusal())
                .isEqualTo("config/aurora.yaml line 4, providers.p.models: must be a list, but is empty");
    }

    @Test
    void followsAnchorsAndMergeKeys() {
        Configured configured = Configured.in(directory).file("""
                providers:
                  a: &base { type: vllm, base_url: "http://a/v1", models: &models [m1, m2] }
                  b: { <<: *base, base_url: "http://b/v1" }
                  c: { type: ollama, models: *models }
                """);

        assertThat(configured.provider("b").baseUrl()).hasToString("Optional[http://b/v1]");
        assertThat(configured.provider("b").type()).isEqualTo("vllm");
        assertThat(configured.provider("c").models())
                .extracting(ConfiguredModel::id)
                .containsExactly("m1", "m2");
    }

    @Test
    void namesThePlaceOfAnOddKey() {
        assertThat(Configured.in(directory)
                        .file("aliases:\n  \"gpt 4.1\\n\":\n    target: [x]\n")
                        .refusal())
                .startsWith(
                        "config/aurora.yaml line 2, aliases['gpt 4.1\\u000a']: the alias name 'gpt 4.1\\u000a' must");
    }

    @Test
    void readsAccessRules() {
        assertThat(Configured.in(directory)
                        .file("model_overrides:\n  \"/\": { enabled: false }\n  a/b: { user_paths: [team/alpha] }\n")
                        .read()
                        .rules())
                .containsExactly(
                        AccessRule.of("/", false, Optional.empty()),
                        AccessRule.of("a/b", true, Optional.of(List.of("/team/alpha"))));
    }

    @Test
    void stopsAtAccessRulesInTheShapeOfAList() {
        assertThat(Configured.in(directory).file("model_overrides: [a]").refusal())
                .contains("model_overrides");
    }

    @Test
    void putsVariablesIntoValues() {
        Configured configured =
                Configured.in(directory).file("""
                        providers:
                          p:
                            type: ${TYPE:-vllm}
                            base_url: "http://${HOST}:${PORT_OF_P:-8000}/v1"
                            api_key: ${KEY:-}
                        aliases:
                          a: { targets: [{ model: m, weight: "${WEIGHT}" }], description: "${A}${B:-}$C {x}" }
                        """).variables(Map.of("HOST", "h", "WEIGHT", "7", "A", "${B}$1\\"));

        assertThat(configured.provider("p"))
                .returns("vllm", Provider::type)
                .returns(true, provider -> provider.key().isEmpty())
                .extracting(provider -> provider.baseUrl().orElseThrow())
                .hasToString("http://h:8000/v1");
        assertThat(configured.onlyAlias().description()).contains("${B}$1\\$C {x}");
        assertThat(configured.onlyAlias().targets().get(0).weight()).isEqualTo(7);
    }

    @Test
    void neverReadsStructureOutOfAVariable() {
        String hostile = "m\"\naliases: {b: c} # ";
        Configured configured = Configured.in(directory)
                .file(
                        "providers: { p: { type: vllm, api_key: \"${KEY}\" } }\naliases:\n  a: { target: m, description: \"${X}\" }")
                .variables(Map.of("KEY", "yes", "X", hostile));

        assertThat(configured.read().aliases()).extracting(Alias::name).containsExactly("a");
        assertThat(configured.onlyAlias().description()).contains(hostile);
        assertThat(configured.provider("p").key()).contains(new Secret("yes"));
    }

    @Test
    void leavesKeysAsTheyAreWritten() {
        assertThat(Configured.in(directory)
                        .file("aliases: { \"${NOT_SET}\": m }")
                        .onlyAlias()
                        .name())
                .isEqualTo("${NOT_SET}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unset", "empty"})
    void refusesAVariableThatIsNotSet(String how) {
        Configured configured = Configured.in(directory).file("aliases:\n  a: \"${TARGET_OF_A}\"\n");

        assertThat((how.equals("unset") ? configured : configured.variables(Map.of("TARGET_OF_A", ""))).refusal())
                .isEqualTo("config/aurora.yaml line 2, aliases.a: the environment variable TARGET_OF_A is not set; set"
                        + " it, or write ${TARGET_OF_A:-default}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${", "${}", "${1A}", "${A-b}", "${A:b}", "x${A b}"})
    void refusesAPlaceholderThatIsNone(String written) {
        assertThat(Configured.in(directory)
                        .file("aliases:\n  a: '" + written + "'\n")
                        .refusal())
                .isEqualTo("config/aurora.yaml line 2, aliases.a: a '${' that does not begin ${NAME} or"
                        + " ${NAME:-default}");
    }

    @Test
    void showsThePlaceholderAndNotWhatWasPutIn() {
        assertThat(Configured.in(directory)
                        .file("settings:\n  aurora_port: ${API_TOKEN}\n")
                        .variables(Map.of("API_TOKEN", "sk-secret"))
                        .refusal())
                .isEqualTo(
                        "config/aurora.yaml line 2, settings.aurora_port: '${API_TOKEN}' is not a whole number from 1"
                                + " to 65535");
    }

    private Configured withPath(String path) {
        return Configured.in(directory).variables(Map.of("AURORA_CONFIG_PATH", path));
    }
}
