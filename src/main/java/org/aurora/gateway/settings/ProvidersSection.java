package org.aurora.gateway.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.aurora.gateway.provider.Need;
import org.aurora.gateway.provider.ProviderType;
import org.aurora.gateway.provider.ProviderTypes;

/** Reads the providers of the configuration file. */
final class ProvidersSection {
    static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    static final Pattern API_VERSION = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    static final String API_VERSION_ALLOWED = "1 to 64 letters, digits, '.', '_' or '-'";

    private static final Pattern TYPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private ProvidersSection() {}

    static List<ProviderDraft> read(YamlSection providers, String currency, Consumer<String> warnings) {
        List<ProviderDraft> drafts = new ArrayList<>();
        providers.entries().forEach((name, body) -> drafts.add(draft(name, body, currency, warnings)));
        return drafts;
    }

    private static ProviderDraft draft(String name, YamlValue value, String currency, Consumer<String> warnings) {
        if (!NAME.matcher(name).matches()) {
            throw value.place()
                    .refuse("the provider name " + Place.quote(name) + " must have 1 to 64 lower case letters, digits,"
                            + " '.', '_' or '-' and begin with a letter or digit");
        }
        YamlSection body = value.section().allowing("type", "base_url", "api_key", "api_version", "models");
        ProviderType type = type(body);
        return new ProviderDraft(
                name,
                type,
                wanted("base_url", type.baseUrl(), type, body).map(BaseUrl::read),
                wanted("api_key", type.key(), type, body).map(key -> key.secret(1)),
                body.text("api_version").map(version -> version.matching(API_VERSION, API_VERSION_ALLOWED)),
                body.find("models")
                        .map(models -> ModelLists.inFile(models, currency, warnings))
                        .orElse(List.of()));
    }

    private static ProviderType type(YamlSection body) {
        String type = body.text("type")
                .orElseThrow(() -> body.place()
                        .refuse("type is missing; allowed are " + knownTypes()
                                + " and every type for which there is a kamelet"))
                .matching(TYPE, "a type, which has 1 to 64 lower case letters, digits or '-'");
        return ProviderTypes.named(type);
    }

    private static String knownTypes() {
        return String.join(
                ", ", ProviderTypes.known().stream().map(ProviderType::name).toList());
    }

    private static Optional<WrittenValue> wanted(String key, Need need, ProviderType type, YamlSection body) {
        Optional<WrittenValue> given = body.text(key);
        if (need == Need.NONE && given.isPresent()) {
            throw given.get()
                    .place()
                    .refuse("a provider of type " + type.name() + " takes no " + key + "; leave it out");
        }
        return given;
    }
}
