package org.aurora.gateway.settings;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.aurora.gateway.alias.Alias;
import org.aurora.gateway.alias.AliasTarget;

/** An alias as a JSON document: what the admin API takes and what the journal keeps. */
public final class AliasDocument {
    /** What a view of an alias says beyond its definition; sent back, it is passed over. */
    private static final Set<String> VIEW_ONLY = Set.of(
            "name",
            "resolved_model",
            "provider_type",
            "valid",
            "warnings",
            "managed",
            "version",
            "updated_at",
            "updated_by");

    private AliasDocument() {}

    /**
     * Reads a document strictly.
     *
     * @param providers the names that a target may give as its provider
     * @throws ConfigurationException naming the line, the key and what is allowed
     */
    public static Alias read(String name, String json, Set<String> providers) {
        YamlSection body = JsonDocument.section(json, VIEW_ONLY);
        AliasTargets targets = new AliasTargets(providers);
        if (body.find("targets").isEmpty() || body.find("target_model").isEmpty()) {
            return AliasesSection.alias(name, body, targets);
        }
        return bothSpellings(name, body, targets);
    }

    /** A view spells a single target twice. Sent back they agree; where they do not, nobody can say which is meant. */
    private static Alias bothSpellings(String name, YamlSection body, AliasTargets targets) {
        Alias alias = AliasesSection.alias(name, body.without(Set.of("target_model", "target_provider")), targets);
        List<AliasTarget> single = targets.read(body.without(Set.of("targets")));
        if (alias.targets().size() != 1
                || !alias.targets().get(0).selector().equals(single.get(0).selector())) {
            throw body.place().refuse("targets and target_model name different targets; send one of them");
        }
        return alias;
    }

    /** The canonical document of an alias. */
    public static String write(Alias alias) {
        return JsonText.object(json -> {
            writeTargets(json, alias.targets());
            json.writeStringField("strategy", word(alias.strategy()));
            if (alias.description().isPresent()) {
                json.writeStringField("description", alias.description().get());
            }
            json.writeBooleanField("enabled", alias.enabled());
            json.writeBooleanField("hidden", alias.hidden());
            json.writeStringField("access", word(alias.access()));
            if (alias.responseModel().isPresent()) {
                json.writeStringField(
                        "response_model", word(alias.responseModel().get()));
            }
        });
    }

    private static void writeTargets(JsonGenerator json, List<AliasTarget> targets) throws IOException {
        json.writeArrayFieldStart("targets");
        for (AliasTarget target : targets) {
            json.writeStartObject();
            json.writeStringField("model", target.selector());
            json.writeNumberField("weight", target.weight());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
