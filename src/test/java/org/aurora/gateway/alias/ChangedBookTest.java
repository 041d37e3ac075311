package org.aurora.gateway.alias;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aurora.gateway.inventory.Inventory;
import org.aurora.gateway.model.WriteRefusal;
import org.aurora.gateway.provider.ConfiguredModel;
import org.aurora.gateway.provider.Provider;
import org.junit.jupiter.api.Test;

/**
 * Random writes, one after the other, to books whose aliases hide models, lead to each other and close and open
 * cycles: after each the book reads as one compiled from nothing, and what was refused is what a comparison of two such
 * books shows. The seed in a failure's text is all that is needed to see it again.
 */
class ChangedBookTest {
    private static final int BOOKS = Integer.getInteger("aurora.test.books", 100);
    private static final int WRITES = 25;

    private static final Inventory INVENTORY =
            Inventory.configured(List.of(provider("a", "m", "n", "b/m"), provider("b", "n", "o")));
    private static final List<String> TEXTS =
            List.of("m", "n", "o", "a/m", "a/n", "b/n", "b/x", "a/b/m", "s", "t", "u", "v", "w", "x", "y", "z");

    @Test
    void aChangedBookIsOneCompiledFromNothing() {
        for (long seed = 1; seed <= BOOKS; seed++) {
            new Sequence(seed).run();
        }
    }

    private static final class Sequence {
        private final long seed;
        private final Random random;
        private final List<String> names;
        private final List<Alias> declared;
        private final Map<String, Alias> stored = new LinkedHashMap<>();

        private Sequence(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.names = random.nextBoolean() ? TEXTS : chainNames();
            this.declared = some(random.nextInt(3));
        }

        private List<String> chainNames() {
            return Stream.iterate(0, at -> at + 1)
                    .limit(12)
                    .map(at -> "chain-" + at)
                    .toList();
        }

        private void run() {
            AliasBook book = AliasBook.compile(declared, INVENTORY);
            for (int write = 0; write < WRITES; write++) {
                List<Alias> put = some(random.nextInt(random.nextInt(8) == 0 ? 8 : 2) + (write % 2));
                List<String> removed = Stream.generate(() -> pick(names))
                        .limit(random.nextInt(2))
                        .toList();
                List<WriteRefusal> refusals = book.refusals(put, removed);
                AliasBook before = fromNothing();
                removed.forEach(stored::remove);
                put.forEach(alias -> stored.put(alias.name(), alias));
                book = book.with(put, removed);

                String told = "seed " + seed + ", write " + write;
                AliasBook expected = fromNothing();
                assertThat(BookText.of(book)).as(told).isEqualTo(BookText.of(expected));
                if (inThemselves(put, removed)) {
                    assertThat(refusals).as(told).isNotEmpty();
                } else {
                    assertThat(refused(refusals)).as(told).isEqualTo(expected(put, removed, before, expected));
                }
            }
        }

        private AliasBook fromNothing() {
            List<Alias> all = new ArrayList<>(declared);
            all.addAll(stored.values());
            return AliasBook.compile(all, INVENTORY);
        }

        private boolean inThemselves(List<Alias> put, List<String> removed) {
            Set<String> config = declared.stream().map(Alias::name).collect(Collectors.toSet());
            return put.stream().anyMatch(alias -> AliasForm.problem(alias).isPresent() || config.contains(alias.name()))
                    || removed.stream().anyMatch(config::contains);
        }

        private Set<String> expected(List<Alias> put, List<String> removed, AliasBook before, AliasBook after) {
            Set<String> written = put.stream().map(Alias::name).collect(Collectors.toSet());
            Set<String> expected = new TreeSet<>();
            after.all()
                    .filter(CompiledAlias::broken)
                    .filter(alias -> written.contains(alias.name())
                            || before.find(alias.name())
                                    .filter(CompiledAlias::broken)
                                    .isEmpty())
                    .forEach(alias -> expected.add(alias.name()));
            removed.stream()
                    .filter(name -> !written.contains(name))
                    .filter(name -> leavesUsers(name, before, after))
                    .forEach(name -> expected.add("used " + name));
            return expected;
        }

        private boolean leavesUsers(String name, AliasBook before, AliasBook after) {
            Optional<Alias> gone = before.definitions().find(name);
            boolean used = after.definitions()
                    .values()
                    .filter(alias -> !alias.name().equals("misnamed/"))
                    .flatMap(alias -> alias.targets().stream())
                    .anyMatch(target -> target.selector().equals(name));
            boolean meansAModel = INVENTORY.named(name).filter(INVENTORY::has).isPresent();
            return gone.isPresent() && used && (gone.get().enabled() || !meansAModel);
        }

        private static Set<String> refused(List<WriteRefusal> refusals) {
            return refusals.stream()
                    .map(refusal -> refusal.code().code().equals("in_use") ? "used " + refusal.name() : refusal.name())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private List<Alias> some(int count) {
            return Stream.generate(this::randomAlias).limit(count).toList();
        }

        private Alias randomAlias() {
            String name = random.nextInt(60) == 0 ? "misnamed/" : pick(names);
            String next = names.get((names.indexOf(name) + 1) % names.size());
            List<AliasTarget> targets = Stream.generate(() -> random.nextInt(3) > 0 ? next : pick(target()))
                    .limit(1 + random.nextInt(random.nextInt(10) == 0 ? 30 : 2))
                    .map(selector -> new AliasTarget(selector, random.nextInt(4)))
                    .toList();
            Strategy strategy = random.nextBoolean() ? Strategy.WEIGHTED : Strategy.FAILOVER;
            return new Alias(name, targets, strategy, Optional.empty(), random.nextInt(5) > 0, false, Optional.empty());
        }

        private List<String> target() {
            return random.nextBoolean() ? TEXTS : names;
        }

        private String pick(List<String> pool) {
            return pool.get(random.nextInt(pool.size()));
        }
    }

    private static Provider provider(String name, String... ids) {
        return new Provider(
                name,
                "openai",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Stream.of(ids).map(id -> new ConfiguredModel(id, Map.of())).toList(),
                Optional.empty());
    }
}
