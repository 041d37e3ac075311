package org.aurora.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpositionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/openmetrics-text",
                "Application/OpenMetrics-Text; version=1.0.0",
                "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,text/plain;version=0.0.4;q=0.2,*/*;q=0.1",
                "text/html, application/openmetrics-text;q=0.5",
                "*/*;q=0.1 , application/openmetrics-text ; q=0.2"
            })
    void isOpenMetricsWhereThatIsLikedBest(String accept) {
        assertThat(Exposition.preferredBy(accept)).isEqualTo(Exposition.OPEN_METRICS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "text/plain",
                "text/plain;version=0.0.4;q=0.5,application/openmetrics-text;q=0.4",
                "application/openmetrics-text;q=0",
                "application/openmetrics-text;q=two",
                "application/openmetrics-text;q=NaN",
                "application/openmetrics-text;q=2",
                "application/openmetrics-texts",
                "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily",
                "image/png",
                ";;;,,;q=,"
            })
    void isPrometheusOwnEverywhereElse(String accept) {
        assertThat(Exposition.preferredBy(accept)).isEqualTo(Exposition.PROMETHEUS);
    }
}
