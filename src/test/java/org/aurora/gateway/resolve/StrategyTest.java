package org.aurora.gateway.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.aurora.gateway.alias.Aliases.alias;
import static org.aurora.gateway.alias.Aliases.failover;
import static org.aurora.gateway.alias.Aliases.target;
import static org.aurora.gateway.alias.Aliases.weighted;
import static org.aurora.gateway.resolve.Names.ANYONE;
import static org.aurora.gateway.resolve.Names.targets;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The order in which candidates are tried. */
class StrategyTest {
    private static final int DRAWS = 20_000;

    @Test
    void failoverKeepsTheOrderWritten() {
        Names names = models().alias(failover("mix", "p/c", "p/a", "p/b"));

        assertThat(targets(names.call("mix"))).containsExactly("p/c", "p/a", "p/b");
    }

    @Test
    void failoverIgnoresWeightsEvenZero() {
        assertThat(orders(models().alias(failover("mix", "p/a", "p/b")))).containsOnlyKeys(List.of("p/a", "p/b"));
    }

    @Test
    void aModelIsTriedOnce() {
        Names names = models().alias(failover("mix", "p/a", "a", "p/b", "inner"), alias("inner", "p/b"));

        assertThat(targets(names.call("mix"))).containsExactly("p/a", "p/b");
    }

    @Test
    void weightsAreSharesOfTheFirstAttempt() {
        Names names = models().alias(weighted("mix", target("p/a", 6), target("p/b", 3), target("p/c", 1)));

        Map<String, Double> first = firsts(names);

        assertThat(first.get("p/a")).isCloseTo(0.6, within(0.02));
        assertThat(first.get("p/b")).isCloseTo(0.3, within(0.02));
        assertThat(first.get("p/c")).isCloseTo(0.1, within(0.02));
    }

    @Test
    void theRestFollowsByTheWeightsThatAreLeft() {
        Names names = models().alias(weighted("mix", target("p/a", 6), target("p/b", 3), target("p/c", 1)));

        Map<List<String>, Double> orders = orders(names);

        assertThat(orders).hasSize(6);
        assertThat(orders.get(List.of("p/a", "p/b", "p/c"))).isCloseTo(0.6 * 3 / 4, within(0.02));
        assertThat(orders.get(List.of("p/c", "p/a", "p/b"))).isCloseTo(0.1 * 6 / 9, within(0.02));
    }

    @Test
    void weightZeroIsNeverTried() {
        Names names = models().alias(weighted("mix", target("p/a", 0), target("p/b", 1)));

        assertThat(orders(names)).containsOnlyKeys(List.of("p/b"));
    }

    @Test
    void weightZeroIsNotTriedThoughNothingElseIsLeft() {
        Names names = models().alias(weighted("mix", target("p/a", 0), target("p/gone", 1)));

        assertThat(names.call("mix").status()).isEqualTo(503);
    }

    @Test
    void weightZeroTakesAWholeAliasWithIt() {
        Names names =
                models().alias(weighted("mix", target("inner", 0), target("p/c", 1)), failover("inner", "a", "b"));

        assertThat(orders(names)).containsOnlyKeys(List.of("p/c"));
    }

    @Test
    void theLargestWeightsDoNotOverflow() {
        Names names =
                models().alias(weighted("mix", target("p/a", Integer.MAX_VALUE), target("p/b", Integer.MAX_VALUE)));

        assertThat(firsts(names).get("p/a")).isCloseTo(0.5, within(0.02));
    }

    @Test
    void aStruckCandidatesShareGoesToTheOthersInProportion() {
        Names names = models().alias(weighted("mix", target("p/gone", 90), target("p/b", 3), target("p/c", 1)));

        assertThat(firsts(names).get("p/b")).isCloseTo(0.75, within(0.02));
    }

    @Test
    void aNestedAliasKeepsItsOwnStrategyInPlace() {
        Names names = models().alias(
                        failover("mix", "p/a", "pool", "p/d"), weighted("pool", target("p/b", 1), target("p/c", 3)));

        Map<List<String>, Double> orders = orders(names);

        assertThat(orders).containsOnlyKeys(List.of("p/a", "p/b", "p/c", "p/d"), List.of("p/a", "p/c", "p/b", "p/d"));
        assertThat(orders.get(List.of("p/a", "p/c", "p/b", "p/d"))).isCloseTo(0.75, within(0.02));
    }

    @Test
    void aNestedAliasHasOneShareHoweverManyModelsItHas() {
        Names names = models().alias(
                        weighted("mix", target("pool", 1), target("p/d", 1)), failover("pool", "p/a", "p/b", "p/c"));

        assertThat(orders(names))
                .containsOnlyKeys(List.of("p/a", "p/b", "p/c", "p/d"), List.of("p/d", "p/a", "p/b", "p/c"));
        assertThat(firsts(names).get("p/d")).isCloseTo(0.5, within(0.02));
    }

    @Test
    void anEmptyBranchIsDroppedBeforeTheDraw() {
        Names names = models().denying("p/a")
                .alias(
                        weighted("mix", target("empty", 98), target("p/b", 1), target("ring", 1)),
                        failover("empty", "p/a", "p/gone", "ring"),
                        alias("ring", "ring"));

        assertThat(orders(names)).containsOnlyKeys(List.of("p/b"));
    }

    @Test
    void branchesAfterABrokenOneKeepTheirOwnModels() {
        Names names = models().alias(
                        failover("mix", "ring", "pool", "p/gone", "p/d"),
                        failover("pool", "p/b", "ring", "p/a"),
                        alias("ring", "ring"));

        assertThat(targets(names.call("mix"))).containsExactly("p/b", "p/a", "p/d");
    }

    private static Names models() {
        return new Names().provider("p", "a", "b", "c", "d");
    }

    private static Map<String, Double> firsts(Names names) {
        return shares(names, order -> order.get(0));
    }

    private static Map<List<String>, Double> orders(Names names) {
        return shares(names, Function.identity());
    }

    private static <T> Map<T, Double> shares(Names names, Function<List<String>, T> of) {
        Snapshot snapshot = names.snapshot();
        RandomGenerator random = new Random(42);
        return Stream.generate(() -> Resolver.decide(snapshot, RequestedModel.of("mix"), ANYONE, random))
                .limit(DRAWS)
                .collect(Collectors.groupingBy(
                        decision -> of.apply(targets(decision)), Collectors.summingDouble(decision -> 1.0 / DRAWS)));
    }
}
