package org.aurora.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GreetingTest {
    private static final String YAML = """
            providers:
              local-vllm: { type: vllm, models: [one, two, " "] }
              cloud: { type: openai }
            aliases:
              regular: "local-vllm/one"
              lost: "local-vllm/three"
            """;

    private final Path folder;
    private final GatewayConfiguration configuration;

    GreetingTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        Path yaml = Files.writeString(folder.resolve("aurora.yaml"), YAML);
        this.configuration = GatewayConfiguration.read(
                Map.of(
                        "AURORA_CONFIG_PATH",
                        yaml.toString(),
                        "AURORA_DATA_DIR",
                        folder.resolve("data").toString(),
                        "AURORA_HOST",
                        "::1",
                        "AURORA_PORT",
                        "9000"),
                Path.of("").toAbsolutePath());
    }

    @AfterEach
    void close() {
        configuration.close();
    }

    @Test
    void tellsTheAddressTheProvidersTheAliasesAndTheWarnings() {
        assertThat(Greeting.of(configuration))
                .contains("serves at http://[::1]:9000\n")
                .contains("  local-vllm (vllm) on, 2 models configured\n")
                .contains("  cloud (openai) off: A provider of type openai needs an API key")
                .contains("Aliases: 2\n")
                .contains("Warnings:\n")
                .contains("No model behind the alias 'lost' is known today")
                .contains("local-vllm");
    }

    @Test
    void tellsWhereTheGeneratedMasterKeyIsAndNeverTheKey() {
        assertThat(Greeting.of(configuration))
                .contains("The master key is in " + folder.resolve("data/master.key"))
                .doesNotContain(configuration.masterKey().key().reveal());
    }
}
