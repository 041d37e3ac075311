package org.aurora.gateway.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.aurora.gateway.access.AccessDecision;
import org.aurora.gateway.access.AccessPolicy;
import org.aurora.gateway.access.AccessRule;
import org.aurora.gateway.access.DeniedResponse;
import org.aurora.gateway.alias.Alias;
import org.aurora.gateway.alias.ResponseModel;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.provider.ConfiguredModel;
import org.aurora.gateway.provider.Provider;

/** A configuration as tests write it, and the calls they make on it. */
final class Names {
    static final Caller ANYONE = new Caller.Anonymous();
    static final Caller MASTER = new Caller.Master("master");

    private final List<Provider> providers = new ArrayList<>();
    private final List<Alias> aliases = new ArrayList<>();
    private final List<AccessRule> rules = new ArrayList<>();
    private AccessPolicy access = AccessPolicy.withoutRules(true);
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
        access = AccessPolicy.withoutRules(false);
        return this;
    }

    /** Denies everyone but the master these aliases and {@code provider/model}s. */
    Names denying(String... names) {
        access = new Denying(Set.of(names));
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
                new SnapshotSettings(access, deniedResponse, keepOnlyAliases, ResponseModel.UPSTREAM));
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

    private record Denying(Set<String> names) implements AccessPolicy {
        @Override
        public AccessDecision decide(Caller caller, List<String> aliasChain, ProviderModel model) {
            AccessDecision chain = decide(caller, aliasChain);
            return chain.allowed() ? decide(caller, List.of(model.selector())) : chain;
        }

        @Override
        public AccessDecision decide(Caller caller, List<String> aliasChain) {
            return aliasChain.stream()
                    .filter(names::contains)
                    .filter(name -> caller instanceof Caller.Anonymous)
                    .findFirst()
                    .<AccessDecision>map(name -> new AccessDecision.Denied("a test says so", name))
                    .orElse(new AccessDecision.Allowed("nothing denies it", "default"));
        }
    }
}
