package org.aurora.gateway.resolve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.aurora.gateway.access.AccessRule;
import org.aurora.gateway.alias.Alias;
import org.aurora.gateway.alias.AliasTarget;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.provider.ConfiguredModel;
import org.aurora.gateway.provider.Provider;
import org.aurora.gateway.rights.App;
import org.aurora.gateway.testing.MadeKey;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;

/** A running gateway with a random configuration, whose callers are random too. */
record RandomGateway(RandomConfiguration configuration, RunningGateway gateway) implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    static RandomGateway start(RandomConfiguration configuration, TestUpstream upstream) {
        SnapshotSettings settings = configuration.snapshot().settings();
        return new RandomGateway(
                configuration,
                RunningGateway.with(yaml(configuration, upstream))
                        .environment("AURORA_ALLOW_ANONYMOUS", "true")
                        .environment("TRUST_USER_PATH_HEADER", "true")
                        .environment("MODELS_ENABLED_BY_DEFAULT", Boolean.toString(settings.modelsEnabledByDefault()))
                        .environment(
                                "KEEP_ONLY_ALIASES_AT_MODELS_ENDPOINT", Boolean.toString(settings.keepOnlyAliases()))
                        .environment("MODEL_ACCESS_DENIED_RESPONSE", word(settings.deniedResponse()))
                        .start());
    }

    /** JSON, which is YAML. */
    private static String yaml(RandomConfiguration configuration, TestUpstream upstream) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode providers = root.putObject("providers");
        configuration
                .snapshot()
                .providers()
                .forEach(provider -> write(providers.putObject(provider.name()), provider, upstream));
        ObjectNode aliases = root.putObject("aliases");
        configuration.aliases().forEach(alias -> write(aliases.putObject(alias.name()), alias));
        ObjectNode rules = root.putObject("model_overrides");
        configuration.rules().forEach(rule -> write(rules.putObject(rule.selector()), rule));
        return root.toString();
    }

    private static void write(ObjectNode json, Provider provider, TestUpstream upstream) {
        if (provider.on()) {
            json.put("type", "vllm").put("base_url", upstream.baseUrl());
        } else {
            json.put("type", "openai");
        }
        if (!provider.models().isEmpty()) {
            ArrayNode models = json.putArray("models");
            provider.models().stream().map(ConfiguredModel::id).forEach(models::add);
        }
    }

    private static void write(ObjectNode json, Alias alias) {
        ArrayNode targets = json.putArray("targets");
        for (AliasTarget target : alias.targets()) {
            targets.addObject().put("model", target.selector()).put("weight", target.weight());
        }
        json.put("strategy", word(alias.strategy()))
                .put("enabled", alias.enabled())
                .put("hidden", alias.hidden())
                .put("access", word(alias.access()));
    }

    private static void write(ObjectNode json, AccessRule rule) {
        json.put("enabled", rule.enabled());
        rule.userPaths().ifPresent(paths -> {
            ArrayNode written = json.putArray("user_paths");
            paths.forEach(path -> written.add(path.text()));
        });
    }

    /** Somebody with the rights of that caller, and the fields of a question about their calls. */
    Asker asker(Caller caller) throws Exception {
        ObjectNode question = JSON.createObjectNode();
        if (caller instanceof Caller.Managed managed) {
            MadeKey key = MadeKey.at(gateway, settings(managed).toString());
            question.put("key_id", key.id());
            return new Asker(App.of(key), question, true);
        }
        boolean master = caller instanceof Caller.Master;
        App app = master ? App.master(gateway) : App.withoutKey(gateway);
        caller.userPath().ifPresent(path -> question.put("user_path", path.text()));
        return new Asker(
                caller.userPath().map(path -> app.at(path.text())).orElse(app),
                question,
                !master || caller.userPath().isPresent());
    }

    private static ObjectNode settings(Caller.Managed caller) {
        ObjectNode settings = JSON.createObjectNode().put("name", "random");
        caller.userPath().ifPresent(path -> settings.put("user_path", path.text()));
        caller.lists().allowed().ifPresent(allowed -> {
            ArrayNode written = settings.putArray("allowed_models");
            allowed.forEach(written::add);
        });
        ArrayNode denied = settings.putArray("denied_models");
        caller.lists().denied().forEach(denied::add);
        return settings;
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /**
     * A caller on the wire.
     *
     * @param question of {@code POST /resolve}, but for the model
     * @param explainable whether such a question can be asked about this caller: not about full rights
     */
    record Asker(App app, ObjectNode question, boolean explainable) {}

    @Override
    public void close() {
        gateway.close();
    }
}
