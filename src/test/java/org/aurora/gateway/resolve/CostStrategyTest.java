package org.aurora.gateway.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.alias.Aliases.alias;
import static org.aurora.gateway.resolve.Names.ANYONE;
import static org.aurora.gateway.resolve.Names.targets;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.aurora.gateway.access.DeniedResponse;
import org.aurora.gateway.alias.Alias;
import org.aurora.gateway.alias.AliasTarget;
import org.aurora.gateway.alias.ResponseModel;
import org.aurora.gateway.alias.Strategy;
import org.aurora.gateway.pricing.PriceField;
import org.aurora.gateway.pricing.PriceTimeline;
import org.aurora.gateway.pricing.Prices;
import org.aurora.gateway.provider.ConfiguredModel;
import org.aurora.gateway.provider.Provider;
import org.junit.jupiter.api.Test;

/** The cheapest first. */
class CostStrategyTest {
    private final List<ConfiguredModel> models = new ArrayList<>();

    private void model(String id, String input, String output) {
        models.add(new ConfiguredModel(
                id,
                Map.of(
                        "pricing",
                        Map.of("input_per_mtok", new BigDecimal(input), "output_per_mtok", new BigDecimal(output)))));
    }

    private void unpriced(String id) {
        models.add(new ConfiguredModel(id, Map.of()));
    }

    private static Alias cheapest(String name, String... selectors) {
        List<AliasTarget> targets = Stream.of(selectors)
                .map(selector -> new AliasTarget(selector, 1))
                .toList();
        return new Alias(name, targets, Strategy.COST, Optional.empty(), true, false, Optional.empty());
    }

    private Snapshot snapshot(Alias... aliases) {
        Provider provider = new Provider(
                "p", "openai", Optional.empty(), Optional.empty(), Optional.empty(), models, Optional.empty());
        return Snapshot.of(
                1,
                List.of(provider),
                List.of(aliases),
                new SnapshotSettings(true, DeniedResponse.FORBIDDEN, false, ResponseModel.UPSTREAM));
    }

    private static List<String> order(Snapshot snapshot, String name) {
        return targets(Resolver.decide(snapshot, RequestedModel.of(name), ANYONE, new Random(1)));
    }

    @Test
    void comesFirstByInputAndOutputTogether() {
        model("dear", "1", "5.01");
        model("cheap", "5", "1");
        model("free", "0", "0");

        assertThat(order(snapshot(cheapest("mix", "p/dear", "p/cheap", "p/free")), "mix"))
                .containsExactly("p/free", "p/cheap", "p/dear");
    }

    @Test
    void leavesTheUnknownForLast() {
        unpriced("unknown");
        model("dear", "900", "900");

        assertThat(order(snapshot(cheapest("mix", "p/unknown", "p/dear")), "mix"))
                .containsExactly("p/dear", "p/unknown");
    }

    @Test
    void keepsTheOrderWrittenAmongEquals() {
        model("b", "1", "2");
        model("a", "2.0", "1.00");
        unpriced("y");
        unpriced("x");

        assertThat(order(snapshot(cheapest("mix", "p/y", "p/b", "p/x", "p/a")), "mix"))
                .containsExactly("p/b", "p/a", "p/y", "p/x");
    }

    @Test
    void weighsAnAliasByWhatItWouldTryFirst() {
        model("a", "1", "1");
        model("b", "2", "2");
        model("c", "3", "3");

        Snapshot snapshot = snapshot(cheapest("mix", "p/b", "inner"), cheapest("inner", "p/c", "p/a"));

        assertThat(order(snapshot, "mix")).containsExactly("p/a", "p/c", "p/b");
    }

    @Test
    void followsAStoredPriceAtOnce() {
        model("a", "1", "1");
        model("b", "2", "2");
        Prices dearer = new Prices(Map.of(PriceField.INPUT_PER_MTOK, BigDecimal.TEN), List.of());
        Snapshot snapshot = snapshot(cheapest("mix", "p/a", "p/b"))
                .with(List.of(new StoredChange.PriceWritten("p/a", PriceTimeline.EMPTY.with(Instant.EPOCH, dearer))));

        assertThat(order(snapshot, "mix")).containsExactly("p/b", "p/a");
    }

    @Test
    void doesNotMatterToAnAliasOfOne() {
        unpriced("a");

        assertThat(order(snapshot(alias("mix", "p/a")), "mix")).containsExactly("p/a");
    }
}
