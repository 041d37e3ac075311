package org.aurora.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aurora.gateway.access.AccessRule;
import org.aurora.gateway.alias.Alias;
import org.aurora.gateway.provider.Provider;
import org.aurora.gateway.provider.ProviderType;
import org.aurora.gateway.provider.ProviderTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds config/aurora.yaml and docs/configuration.md against the reader. */
class ExampleConfigurationTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Path EXAMPLE = PROJECT.resolve("config/aurora.yaml");

    private final Path directory;

    ExampleConfigurationTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void changesNothingAsItIs() {
        Configuration untouched = Configured.in(directory).read();
        Configuration example = Configured.in(directory)
                .variables(Map.of("AURORA_CONFIG_PATH", EXAMPLE.toString()))
                .read();

        assertThat(EXAMPLE).exists();
        assertThat(example).isEqualTo(untouched);
    }

    @Test
    void isValidWhenItsExamplesAreUncommented() throws IOException {
        Configuration example = Configured.in(directory).file(uncommented()).read();

        assertThat(example.providers())
                .extracting(Provider::name)
                .containsExactly("local-vllm", "openai", "azure-west");
        assertThat(example.aliases())
                .extracting(Alias::name)
                .containsExactly("regular", "careful", "small", "mixed", "steady", "thrifty");
        assertThat(example.rules())
                .extracting(AccessRule::selector)
                .containsExactly("/", "local-vllm/", "openai/gpt-4.1", "careful");
        assertThat(example.warnings()).isEmpty();
    }

    @Test
    void showsEverySettingWithItsDefault() throws IOException {
        GatewaySettings defaults = Configured.in(directory).read().settings();

        assertThat(Configured.in(directory).file(uncommented()).read().settings())
                .isEqualTo(defaults);
        assertThat(uncommented()).contains(Setting.keys());
    }

    @Test
    void isDocumentedInFull() throws IOException {
        String document = Files.readString(PROJECT.resolve("docs/configuration.md"));
        List<String> variables =
                List.of(Setting.values()).stream().map(Setting::name).toList();
        List<String> types =
                ProviderTypes.known().stream().map(ProviderType::name).toList();

        assertThat(document).contains(variables).contains(types);
    }

    private static String uncommented() throws IOException {
        return Files.readAllLines(EXAMPLE).stream()
                .map(line -> line.startsWith("# ") ? line.substring(2) : line)
                .collect(Collectors.joining("\n"));
    }
}
