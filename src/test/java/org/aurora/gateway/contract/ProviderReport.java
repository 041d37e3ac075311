package org.aurora.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;

/** One provider's part of {@code /providers/status}. */
final class ProviderReport {
    private ProviderReport() {}

    static JsonNode of(AdminClient admin, String provider) {
        return admin.get("/providers/status")
                .send()
                .items()
                .filter(status -> status.path("name").asText().equals(provider))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no status of " + provider));
    }
}
