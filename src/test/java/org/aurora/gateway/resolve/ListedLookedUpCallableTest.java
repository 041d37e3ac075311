package org.aurora.gateway.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aurora.gateway.alias.Alias;
import org.aurora.gateway.alias.AliasTarget;
import org.aurora.gateway.alias.Strategy;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.error.GatewayException;
import org.junit.jupiter.api.Test;

/**
 * For random configurations, and for every name that could mean something in them: a call does what a plain reading of
 * the rules says, and listed, looked up and callable are one. The seed in a failure's text is all that is needed to see
 * it again.
 */
class ListedLookedUpCallableTest {
    private static final int CONFIGURATIONS = Integer.getInteger("aurora.test.configurations", 4_000);

    private static final List<String> PROVIDERS = List.of("a", "ab", "c", "d");
    private static final List<String> IDS = List.of("m", "n", "a", "a/m", "ab/n", "x/m", "M");
    private static final List<String> FREE = List.of("s", "t", "u", "v", "w", "z/m", "é");
    private static final List<String> TEXTS = Stream.of(
                    IDS.stream(),
                    FREE.stream(),
                    PROVIDERS.stream().flatMap(provider -> IDS.stream().map(id -> provider + "/" + id)),
                    Stream.of("/", "a/", "/m", "A/m", "a/m/", "nothing"))
            .flatMap(texts -> texts)
            .distinct()
            .toList();
    private static final List<String> ALIAS_NAMES = TEXTS.stream()
            .filter(text -> !text.startsWith("/") && !text.endsWith("/"))
            .toList();

    @Test
    void listedIsLookedUpIsCallable() {
        for (long seed = 1; seed <= CONFIGURATIONS; seed++) {
            new Configuration(seed).check();
        }
    }

    private static final class Configuration {
        private final long seed;
        private final Random random;
        private final List<Alias> aliases;
        private final Set<String> denied;
        private final boolean keepOnlyAliases;
        private final Snapshot snapshot;

        private Configuration(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            Names names = new Names();
            for (String provider : PROVIDERS.subList(0, 1 + random.nextInt(PROVIDERS.size()))) {
                addProvider(names, provider);
            }
            this.aliases = randomAliases();
            aliases.forEach(names::alias);
            this.denied = some(TEXTS, random.nextInt(8));
            names.denying(denied.toArray(String[]::new));
            this.keepOnlyAliases = oneIn(4);
            if (keepOnlyAliases) {
                names.keepingOnlyAliases();
            }
            if (oneIn(3)) {
                names.hidingTheDenied();
            }
            this.snapshot = names.snapshot();
        }

        private void addProvider(Names names, String provider) {
            String[] ids = some(IDS, random.nextInt(6)).toArray(String[]::new);
            if (oneIn(5)) {
                names.offProvider(provider, ids);
            } else {
                names.provider(provider, ids);
            }
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
            Strategy strategy = oneIn(2) ? Strategy.WEIGHTED : Strategy.FAILOVER;
            return new Alias(name, targets, strategy, Optional.empty(), !oneIn(8), oneIn(6), Optional.empty());
        }

        private void check() {
            check(Names.ANYONE, denied);
            check(Names.MASTER, Set.of());
        }

        private void check(Caller caller, Set<String> deniedToCaller) {
            PlainReading reading = new PlainReading(List.copyOf(snapshot.providers()), aliases, deniedToCaller);
            List<String> listed = ModelList.listed(snapshot, caller).stream()
                    .map(ModelEntry::id)
                    .toList();
            assertThat(listed).as("seed %d, listed", seed).isSorted().doesNotHaveDuplicates();
            Set<String> asked = new LinkedHashSet<>(TEXTS);
            aliases.forEach(alias -> asked.add(alias.name()));
            assertThat(asked).as("seed %d", seed).containsAll(listed);
            asked.forEach(name -> check(name, caller, reading, listed.contains(name)));
        }

        private void check(String name, Caller caller, PlainReading reading, boolean listed) {
            String told = "seed " + seed + ", " + caller.name() + " asks '" + name + "': ";
            Decision call = Resolver.decide(snapshot, RequestedModel.of(name), caller, random);
            Optional<GatewayException> lookUp = lookUp(name, caller);
            int expected = reading.status(name);
            boolean saidToBeUnknown = call.status() == 404 && call.decidedBy().isPresent();

            assertThat(saidToBeUnknown ? 403 : call.status()).as(told + "call").isEqualTo(expected);
            assertThat(call.plan()
                            .map(plan -> new HashSet<>(Names.targets(call)))
                            .orElseGet(HashSet::new))
                    .as(told + "targets")
                    .isEqualTo(reading.open(name));
            if (reading.hidden(name, keepOnlyAliases)) {
                assertThat(listed).as(told + "hidden, listed").isFalse();
                assertThat(lookUp.orElseThrow().code().status())
                        .as(told + "hidden, looked up")
                        .isEqualTo(404);
                return;
            }
            assertThat(listed).as(told + "listed").isEqualTo(expected == 200 && !reading.bareModel(name));
            assertThat(lookUp.map(GatewayException::code))
                    .as(told + "looked up")
                    .isEqualTo(call.code());
        }

        private Optional<GatewayException> lookUp(String name, Caller caller) {
            try {
                assertThat(ModelList.lookUp(snapshot, caller, name).id()).isEqualTo(name);
                return Optional.empty();
            } catch (GatewayException refusal) {
                return Optional.of(refusal);
            }
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
}
