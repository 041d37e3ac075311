package org.aurora.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.aurora.gateway.alias.Alias;
import org.aurora.gateway.provider.Provider;

/** A working directory with a configuration file and an environment to read. */
record Configured(Path workingDirectory, Map<String, String> environment) {

    static Configured in(Path workingDirectory) {
        return new Configured(workingDirectory, Map.of());
    }

    Configured file(String yaml) {
        try {
            Path folder = Files.createDirectories(workingDirectory.resolve("config"));
            Files.writeString(folder.resolve("aurora.yaml"), yaml);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Configured variables(Map<String, String> variables) {
        return new Configured(workingDirectory, variables);
    }

    Configuration read() {
        return ConfigurationReader.read(environment, workingDirectory);
    }

    Provider provider(String name) {
        return read().providers().stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no provider " + name));
    }

    Alias onlyAlias() {
        assertThat(read().aliases()).hasSize(1);
        return read().aliases().get(0);
    }

    /** The sentence with which reading is refused. */
    String refusal() {
        ConfigurationException refusal = catchThrowableOfType(ConfigurationException.class, this::read);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.getMessage()).doesNotContain("\n").doesNotContain("Exception");
        return String.valueOf(refusal.getMessage());
    }
}
