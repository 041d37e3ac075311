package org.aurora.gateway.metrics;

import java.time.Duration;
import java.util.Arrays;

/** The upper bounds that OpenTelemetry's conventions ask for. */
final class Buckets {
    private static final double[] DURATION_SECONDS = {
        0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92
    };
    private static final double[] FIRST_TOKEN_SECONDS = {
        0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10
    };
    private static final double[] TOKENS = {
        1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864
    };

    private Buckets() {}

    static Duration[] ofDurations() {
        return durations(DURATION_SECONDS);
    }

    static Duration[] ofFirstTokens() {
        return durations(FIRST_TOKEN_SECONDS);
    }

    static double[] ofTokens() {
        return TOKENS.clone();
    }

    private static Duration[] durations(double[] seconds) {
        return Arrays.stream(seconds)
                .mapToObj(bound -> Duration.ofMillis(Math.round(bound * 1000)))
                .toArray(Duration[]::new);
    }
}
