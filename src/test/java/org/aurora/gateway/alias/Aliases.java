package org.aurora.gateway.alias;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Aliases as tests write them. */
public final class Aliases {
    private Aliases() {}

    /** Weighted, each target with weight 1. */
    public static Alias alias(String name, String... targets) {
        return weighted(name, evenly(targets));
    }

    public static Alias weighted(String name, AliasTarget... targets) {
        return of(name, Strategy.WEIGHTED, List.of(targets));
    }

    public static Alias failover(String name, String... targets) {
        return of(name, Strategy.FAILOVER, List.of(evenly(targets)));
    }

    public static AliasTarget target(String selector, int weight) {
        return new AliasTarget(selector, weight);
    }

    public static Alias disabled(Alias alias) {
        return new Alias(
                alias.name(),
                alias.targets(),
                alias.strategy(),
                alias.description(),
                false,
                alias.hidden(),
                alias.access(),
                alias.responseModel());
    }

    public static Alias hidden(Alias alias) {
        return new Alias(
                alias.name(),
                alias.targets(),
                alias.strategy(),
                alias.description(),
                alias.enabled(),
                true,
                alias.access(),
                alias.responseModel());
    }

    public static Alias granting(Alias alias) {
        return new Alias(
                alias.name(),
                alias.targets(),
                alias.strategy(),
                alias.description(),
                alias.enabled(),
                alias.hidden(),
                AliasAccess.ALIAS,
                alias.responseModel());
    }

    public static Alias answering(ResponseModel responseModel, Alias alias) {
        return new Alias(
                alias.name(),
                alias.targets(),
                alias.strategy(),
                alias.description(),
                alias.enabled(),
                alias.hidden(),
                alias.access(),
                Optional.of(responseModel));
    }

    private static Alias of(String name, Strategy strategy, List<AliasTarget> targets) {
        return new Alias(name, targets, strategy, Optional.empty(), true, false, Optional.empty());
    }

    private static AliasTarget[] evenly(String... selectors) {
        return Stream.of(selectors).map(selector -> target(selector, 1)).toArray(AliasTarget[]::new);
    }
}
