package org.aurora.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that are a size or a time. */
class SettingUnitsTest {
    private final Path directory;

    SettingUnitsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @CsvSource({"10s, 20s, 20", "10s, '', 10", "'', 20s, 20", "'', '', 30"})
    void takesTheIntervalByEitherNameAndFromTheVariablesFirst(String other, String own, long seconds) {
        GatewaySettings settings = Configured.in(directory)
                .file("settings:\n  model_refresh_interval: 30s\n  cache_refresh_interval: 40s\n")
                .variables(Map.of("CACHE_REFRESH_INTERVAL", other, "MODEL_REFRESH_INTERVAL", own))
                .read()
                .settings();

        assertThat(settings.modelRefreshInterval()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "MODEL_REFRESH_INTERVAL, 0",
        "MODEL_REFRESH_INTERVAL, 8d",
        "MODEL_REFRESH_INTERVAL, 5 minutes",
        "CACHE_REFRESH_INTERVAL, -1",
        "CACHE_REFRESH_INTERVAL, 9999999999s",
        "MODEL_STALE_TTL, 1.5h",
        "MODEL_STALE_TTL, 366d"
    })
    void refusesATimeThatCannotBe(String variable, String written) {
        assertThat(refusal(variable, written))
                .startsWith("environment variable " + variable + ": '" + written + "' is not a time from ")
                .endsWith("d, such as 300s, 5m, 1h, or plain seconds");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1KiB, 1024", "2 mib, 2097152", "1073741824, 1073741824"})
    void readsSizesWithUnits(String written, int bytes) {
        assertThat(Configured.in(directory)
                        .variables(Map.of("MAX_BODY_BYTES", written))
                        .read()
                        .settings()
                        .maxBodyBytes())
                .isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "2 GiB",
                "1073741825",
                "99999999999999999999 GiB",
                "999999999999999999 GiB",
                "1.5 MiB",
                "1 MB",
                "x"
            })
    void refusesASizeThatCannotBe(String written) {
        assertThat(refusal("MAX_BODY_BYTES", written))
                .isEqualTo("environment variable MAX_BODY_BYTES: '" + written
                        + "' is not a number of bytes from 1 to 1073741824, or with a unit, such as 32 MiB"
                        + " (KiB, MiB, GiB)");
    }

    private String refusal(String variable, String value) {
        return Configured.in(directory).variables(Map.of(variable, value)).refusal();
    }
}
