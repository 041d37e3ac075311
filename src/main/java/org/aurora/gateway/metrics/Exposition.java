package org.aurora.gateway.metrics;

import java.util.Locale;

/** The text formats in which metrics can be had. */
enum Exposition {
    PROMETHEUS("text/plain; version=0.0.4; charset=utf-8"),
    OPEN_METRICS("application/openmetrics-text; version=1.0.0; charset=utf-8");

    private static final String OPEN_METRICS_TYPE = "application/openmetrics-text";

    private final String contentType;

    Exposition(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    /** The one that an {@code Accept} header likes better; Prometheus's own where it likes neither, or both alike. */
    static Exposition preferredBy(String accept) {
        double open = 0;
        double plain = 0;
        for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = range.split(";", -1);
            double quality = quality(parts);
            switch (parts[0].strip()) {
                case OPEN_METRICS_TYPE -> open = Math.max(open, quality);
                case "text/plain", "text/*", "*/*" -> plain = Math.max(plain, quality);
                default -> {}
            }
        }
        return open > 0 && open >= plain ? OPEN_METRICS : PROMETHEUS;
    }

    private static double quality(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=")) {
                return parsed(parameter.substring(2));
            }
        }
        return 1;
    }

    private static double parsed(String quality) {
        try {
            double value = Double.parseDouble(quality);
            return value >= 0 && value <= 1 ? value : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
