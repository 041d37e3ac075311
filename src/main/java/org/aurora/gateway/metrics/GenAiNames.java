package org.aurora.gateway.metrics;

import java.util.Map;

/** The words of OpenTelemetry's semantic conventions for generative AI, where it has one for what is meant. */
final class GenAiNames {
    private static final Map<String, String> PROVIDERS = Map.of(
            "azure", "azure.ai.openai",
            "gemini", "gcp.gemini",
            "mistral", "mistral_ai",
            "xai", "x_ai");

    private static final Map<String, String> OPERATIONS = Map.of(
            "chat/completions", "chat",
            "responses", "chat",
            "messages", "chat",
            "completions", "text_completion");

    private GenAiNames() {}

    /** {@code gen_ai.provider.name} of a type of provider; the type's own name where the conventions have none. */
    static String provider(String type) {
        return PROVIDERS.getOrDefault(type, type);
    }

    /** {@code gen_ai.operation.name} of an operation; the operation's own name where the conventions have none. */
    static String operation(String operation) {
        return OPERATIONS.getOrDefault(operation, operation);
    }
}
