package org.aurora.gateway.settings;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aurora.gateway.model.Secret;
import org.aurora.gateway.provider.ConfiguredModel;
import org.aurora.gateway.provider.Need;
import org.aurora.gateway.provider.Provider;
import org.aurora.gateway.provider.ProviderType;

/** What is known of a provider before defaults are put in and what it lacks is judged. */
record ProviderDraft(
        String name,
        ProviderType type,
        Optional<URI> baseUrl,
        Optional<Secret> key,
        Optional<String> apiVersion,
        List<ConfiguredModel> models) {

    static ProviderDraft bare(String name, ProviderType type) {
        return new ProviderDraft(name, type, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    ProviderDraft withBaseUrl(URI given) {
        return new ProviderDraft(name, type, Optional.of(given), key, apiVersion, models);
    }

    ProviderDraft withKey(Secret given) {
        return new ProviderDraft(name, type, baseUrl, Optional.of(given), apiVersion, models);
    }

    ProviderDraft withApiVersion(String given) {
        return new ProviderDraft(name, type, baseUrl, key, Optional.of(given), models);
    }

    /** The given list in place of this one; a model that was in this one too keeps its metadata. */
    ProviderDraft withModels(List<ConfiguredModel> given) {
        List<ConfiguredModel> described = new ArrayList<>();
        for (ConfiguredModel model : given) {
            described.add(models.stream()
                    .filter(known -> known.id().equals(model.id()))
                    .findFirst()
                    .orElse(model));
        }
        return new ProviderDraft(name, type, baseUrl, key, apiVersion, described);
    }

    /** The beginning of this provider's variables: {@code LOCAL_VLLM} for {@code local-vllm}. */
    String variablePrefix() {
        return name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    Provider provider() {
        Optional<URI> address = baseUrl.or(type::defaultBaseUrl);
        return new Provider(name, type.name(), address, key, apiVersion, models, offReason(address));
    }

    private Optional<String> offReason(Optional<URI> address) {
        List<String> missing = new ArrayList<>();
        if (type.key() == Need.REQUIRED && key.isEmpty()) {
            missing.add("an API key (api_key, or the variable " + variablePrefix() + "_API_KEY)");
        }
        if (type.baseUrl() == Need.REQUIRED && address.isEmpty()) {
            missing.add("a base URL (base_url, or the variable " + variablePrefix() + "_BASE_URL)");
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("A provider of type " + type.name() + " needs " + String.join(" and ", missing) + ".");
    }
}
