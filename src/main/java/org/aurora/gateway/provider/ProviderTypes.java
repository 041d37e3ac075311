package org.aurora.gateway.provider;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The types that come with the gateway. */
public final class ProviderTypes {
    private static final List<ProviderType> KNOWN = List.of(
            hosted("openai", "https://api.openai.com/v1"),
            hosted("anthropic", "https://api.anthropic.com/v1"),
            hosted("gemini", "https://generativelanguage.googleapis.com/v1beta/openai"),
            hosted("groq", "https://api.groq.com/openai/v1"),
            hosted("deepseek", "https://api.deepseek.com"),
            hosted("openrouter", "https://openrouter.ai/api/v1"),
            hosted("xai", "https://api.x.ai/v1"),
            hosted("zai", "https://api.z.ai/api/paas/v4"),
            hosted("minimax", "https://api.minimax.io/v1"),
            hosted("mistral", "https://api.mistral.ai/v1"),
            new ProviderType("azure", Optional.empty(), Need.REQUIRED, Need.REQUIRED),
            new ProviderType("oracle", Optional.empty(), Need.REQUIRED, Need.REQUIRED),
            local("ollama", "http://localhost:11434/v1"),
            local("vllm", "http://localhost:8000/v1"),
            new ProviderType("demo", Optional.empty(), Need.NONE, Need.NONE));

    private ProviderTypes() {}

    /** The known types; their names hold letters only, so that they can begin a variable's name. */
    public static List<ProviderType> known() {
        return KNOWN;
    }

    /** The known type of this name, or a type that a kamelet of the operator's has to speak. */
    public static ProviderType named(String name) {
        return KNOWN.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseGet(() -> ProviderType.custom(name));
    }

    private static ProviderType hosted(String name, String baseUrl) {
        return new ProviderType(name, Optional.of(URI.create(baseUrl)), Need.REQUIRED, Need.REQUIRED);
    }

    private static ProviderType local(String name, String baseUrl) {
        return new ProviderType(name, Optional.of(URI.create(baseUrl)), Need.REQUIRED, Need.OPTIONAL);
    }
}
