package org.aurora.gateway.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aurora.gateway.access.AccessRule;
import org.aurora.gateway.alias.Alias;
import org.aurora.gateway.alias.AliasAccess;
import org.aurora.gateway.alias.AliasTarget;
import org.aurora.gateway.alias.Strategy;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.caller.KeyLists;
import org.aurora.gateway.caller.UserPath;

/**
 * A configuration of which nothing was left to intent: few names, that mean as many things as possible. The same seed
 * always gives the same one.
 */
final class RandomConfiguration {
    private static final List<String> PROVIDERS = List.of("a", "ab", "c", "d");
    private static final List<String> IDS = List.of("m", "n", "a", "a/m", "ab/n", "x/m", "M", "*");
    private static final List<String> FREE = List.of("s", "t", "u", "v", "w", "z/m", "é");
    private static final List<String> PATHS =
            List.of("/", "/team", "/team/alpha", "/team/alphabet", "/team/alpha/x", "/Team", "/t");
    private static final List<String> TEXTS = Stream.of(
                    IDS.stream(),
                    FREE.stream(),
                    PROVIDERS.stream().flatMap(provider -> IDS.stream().map(id -> provider + "/" + id)),
                    Stream.of("/", "a/", "c/", "/m", "A/m", "a/m/", "nothing"))
            .flatMap(texts -> texts)
            .distinct()
            .toList();
    private static final List<String> ENTRIES = Stream.concat(
                    TEXTS.stream(), Stream.of("*", "a/*", "ab/*", "c/*", "nobody/*", "a*", "s*"))
            .toList();
    private static final List<String> ALIAS_NAMES = TEXTS.stream()
            .filter(text -> !text.startsWith("/") && !text.endsWith("/"))
            .toList();

    private final Random random;
    private final List<String> providers;
    private final List<Alias> aliases;
    private final Map<String, AccessRule> rules = new LinkedHashMap<>();
    private final boolean enabledByDefault;
    private final boolean keepOnlyAliases;
    private final Snapshot snapshot;

    RandomConfiguration(long seed) {
        this.random = new Random(seed);
        Names names = new Names();
        this.providers = PROVIDERS.subList(0, 1 + random.nextInt(PROVIDERS.size()));
        providers.forEach(provider -> addProvider(names, provider));
        this.aliases = randomAliases();
        this.enabledByDefault = !oneIn(3);
        this.keepOnlyAliases = oneIn(4);
        if (!enabledByDefault) {
            names.disabledByDefault();
        }
        if (keepOnlyAliases) {
            names.keepingOnlyAliases();
        }
        if (oneIn(3)) {
            names.hidingTheDenied();
        }
        this.snapshot = withSettings(names);
    }

    Snapshot snapshot() {
        return snapshot;
    }

    boolean keepOnlyAliases() {
        return keepOnlyAliases;
    }

    boolean enabledByDefault() {
        return enabledByDefault;
    }

    List<Alias> aliases() {
        return aliases;
    }

    Collection<AccessRule> rules() {
        return rules.values();
    }

    /** Whether an operator could write it into the file: nobody can write a target that names no model. */
    boolean writable() {
        return aliases.stream()
                .flatMap(alias -> alias.targets().stream())
                .map(AliasTarget::selector)
                .noneMatch(selector -> selector.startsWith("/") || selector.endsWith("/"));
    }

    /** Every text that could mean something here. */
    Set<String> texts() {
        Set<String> texts = new LinkedHashSet<>(TEXTS);
        aliases.forEach(alias -> texts.add(alias.name()));
        return texts;
    }

    /** The same configuration, as it looks to one caller when nothing is compiled. */
    PlainReading reading(Caller caller) {
        return new PlainReading(
                List.copyOf(snapshot.providers()),
                aliases,
                new PlainAccess(providers, List.copyOf(rules.values()), enabledByDefault, caller));
    }

    private void addProvider(Names names, String provider) {
        String[] ids = some(IDS, random.nextInt(6)).toArray(String[]::new);
        if (oneIn(5)) {
            names.offProvider(provider, ids);
        } else {
            names.provider(provider, ids);
        }
    }

    /** Some are declared; some are stored, after others that were written and have gone again. */
    private Snapshot withSettings(Names names) {
        Map<String, AccessRule> stored = new LinkedHashMap<>();
        for (String text : some(TEXTS, random.nextInt(9))) {
            AccessRule rule = randomRule(text);
            rules.put(text, rule);
            if (oneIn(2)) {
                names.rule(rule);
            } else {
                stored.put(text, rule);
            }
        }
        List<Alias> storedAliases = new ArrayList<>();
        for (Alias alias : aliases) {
            if (oneIn(2)) {
                names.alias(alias);
            } else {
                storedAliases.add(alias);
            }
        }
        Snapshot declared = names.snapshot();
        List<StoredChange> passing = some(TEXTS, random.nextInt(4)).stream()
                .<StoredChange>map(text -> new StoredChange.RuleWritten(randomRule(text)))
                .toList();
        List<StoredChange> changes = new ArrayList<>();
        passing.forEach(change -> changes.add(new StoredChange.RuleDeleted(
                ((StoredChange.RuleWritten) change).rule().selector())));
        storedAliases.forEach(alias -> changes.add(new StoredChange.AliasWritten(alias)));
        stored.values().forEach(rule -> changes.add(new StoredChange.RuleWritten(rule)));
        return declared.with(passing).with(changes);
    }

    private AccessRule randomRule(String text) {
        Optional<List<String>> paths =
                oneIn(3) ? Optional.empty() : Optional.of(List.copyOf(some(PATHS, 1 + random.nextInt(3))));
        return AccessRule.of(text, !oneIn(4), paths);
    }

    Caller randomCaller() {
        Optional<UserPath> path = oneIn(3) ? Optional.empty() : Optional.of(new UserPath(pick(PATHS)));
        return switch (random.nextInt(6)) {
            case 0 -> new Caller.Anonymous(path);
            case 1 -> new Caller.Named("someone", path);
            case 2 -> new Caller.Master("master", path);
            default -> new Caller.Managed("key", path, randomLists());
        };
    }

    private KeyLists randomLists() {
        return new KeyLists(
                oneIn(2) ? Optional.empty() : Optional.of(List.copyOf(some(ENTRIES, random.nextInt(8)))),
                oneIn(2) ? List.of() : List.copyOf(some(ENTRIES, random.nextInt(4))));
    }

    /** Half of the configurations are mostly chains, so that long ones and cycles come about. */
    private List<Alias> randomAliases() {
        List<String> pool = oneIn(2) ? ALIAS_NAMES : FREE;
        List<String> chained =
                IntStream.range(0, 12).mapToObj(at -> "chain-" + at).toList();
        List<String> names = oneIn(3) ? chained : List.copyOf(some(pool, random.nextInt(10)));
        List<Alias> made = new ArrayList<>();
        for (int at = 0; at < names.size(); at++) {
            boolean ahead = names == chained && !oneIn(9);
            made.add(randomAlias(names.get(at), ahead ? names.get((at + 1) % names.size()) : pick(names)));
        }
        return made;
    }

    private Alias randomAlias(String name, String likely) {
        List<AliasTarget> targets = Stream.generate(() -> oneIn(2) ? likely : pick(TEXTS))
                .limit(1 + random.nextInt(oneIn(12) ? 30 : 3))
                .map(selector -> new AliasTarget(selector, random.nextInt(3)))
                .toList();
        boolean neverChosen = targets.stream().allMatch(target -> target.weight() == 0);
        return new Alias(
                name,
                neverChosen ? List.of(new AliasTarget(likely, 1)) : targets,
                oneIn(2) ? Strategy.WEIGHTED : Strategy.FAILOVER,
                Optional.empty(),
                !oneIn(8),
                oneIn(6),
                oneIn(4) ? AliasAccess.ALIAS : AliasAccess.BOTH,
                Optional.empty());
    }

    private Set<String> some(List<String> pool, int count) {
        Set<String> some = new LinkedHashSet<>();
        for (int at = 0; at < count; at++) {
            some.add(pick(pool));
        }
        return some;
    }

    private String pick(List<String> pool) {
        return pool.get(random.nextInt(pool.size()));
    }

    private boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }
}
