package org.aurora.gateway.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.aurora.gateway.access.AccessRule;
import org.aurora.gateway.access.DeniedResponse;
import org.aurora.gateway.alias.Alias;
import org.aurora.gateway.alias.ResponseModel;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.provider.ConfiguredModel;
import org.aurora.gateway.provider.Provider;

/** A configuration as tests write it, and the calls they make on it. */
final class Names {
    static final Caller ANYONE = new Caller.Anonymous();
    static final Caller MASTER = new Caller.Master("master");

    private final List<Provider> providers = new ArrayList<>();
    private final List<Alias> aliases = new ArrayList<>();
    private final List<AccessRule> rules = new ArrayList<>();
    private boolean enabledByDefault = true;
    private DeniedResponse deniedResponse = DeniedResponse.FORBIDDEN;
    private boolean keepOnlyAliases;

    Names provider(String name, String... ids) {
        providers.add(provider(name, Optional.empty(), ids));
        return this;
    }

    Names offProvider(String name, String... ids) {
        providers.add(provider(name, Optional.of("it has no key"), ids));
        return this;
    }

    Names alias(Alias... more) {
        aliases.addAll(List.of(more));
        return this;
    }

    Names rule(AccessRule... more) {
        rules.addAll(List.of(more));
        return this;
    }

    Names disabledByDefault() {
        enabledByDefault = false;
        return this;
    }

    /** Gives each of these texts a rule that admits nobody but the master and callers at {@code /elsewhere}. */
    Names denying(String... selectors) {
        Stream.of(selectors)
                .map(selector -> AccessRule.of(selector, true, Optional.of(List.of("/elsewhere"))))
                .forEach(rules::add);
        return this;
    }

    Names hidingTheDenied() {
        deniedResponse = DeniedResponse.NOT_FOUND;
        return this;
    }

    Names keepingOnlyAliases() {
        keepOnlyAliases = true;
        return this;
    }

    Snapshot snapshot() {
        return Snapshot.of(
                1,
                providers,
                aliases,
                rules,
                new SnapshotSettings(enabledByDefault, deniedResponse, keepOnlyAliases, ResponseModel.UPSTREAM));
    }

    Decision call(String model) {
        return call(RequestedModel.of(model), ANYONE);
    }

    Decision call(String provider, String model) {
        return call(new RequestedModel(model, Optional.of(provider)), ANYONE);
    }

    Decision call(RequestedModel asked, Caller caller) {
        return Resolver.decide(snapshot(), asked, caller, new Random(1));
    }

    /** Where a plan goes, as {@code provider/model} in the order to try. */
    static List<String> targets(Decision decision) {
        return decision.orThrow().targets().stream()
                .map(target -> target.provider().name() + "/" + target.requestModel())
                .toList();
    }

    private static Provider provider(String name, Optional<String> offReason, String... ids) {
        return new Provider(
                name,
                "openai",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Stream.of(ids).map(id -> new ConfiguredModel(id, Map.of())).toList(),
                offReason);
    }
}
