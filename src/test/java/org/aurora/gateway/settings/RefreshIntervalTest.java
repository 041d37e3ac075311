package org.aurora.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The interval has two names. */
class RefreshIntervalTest {
    private final Path directory;

    RefreshIntervalTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @CsvSource({"10s, 20s, 20", "10s, '', 10", "'', 20s, 20", "'', '', 30"})
    void isTakenFromTheVariablesBeforeTheFile(String other, String own, long seconds) {
        GatewaySettings settings = Configured.in(directory)
                .file("settings:\n  model_refresh_interval: 30s\n  cache_refresh_interval: 40s\n")
                .variables(Map.of("CACHE_REFRESH_INTERVAL", other, "MODEL_REFRESH_INTERVAL", own))
                .read()
                .settings();

        assertThat(settings.modelRefreshInterval()).isEqualTo(Duration.ofSeconds(seconds));
    }
}
