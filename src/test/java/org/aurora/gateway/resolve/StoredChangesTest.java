package org.aurora.gateway.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.alias.Aliases.alias;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.aurora.gateway.access.AccessRule;
import org.aurora.gateway.inventory.Inventory;
import org.aurora.gateway.model.Layer;
import org.aurora.gateway.model.WriteRefusal;
import org.aurora.gateway.provider.ConfiguredModel;
import org.aurora.gateway.provider.Provider;
import org.aurora.gateway.resolve.StoredChange.AliasDeleted;
import org.aurora.gateway.resolve.StoredChange.AliasWritten;
import org.aurora.gateway.resolve.StoredChange.RuleDeleted;
import org.aurora.gateway.resolve.StoredChange.RuleWritten;
import org.junit.jupiter.api.Test;

class StoredChangesTest {
    private static final AccessRule RULE = AccessRule.of("openai/", true, Optional.of(List.of("/team")));

    @Test
    void aWrittenAliasIsCalledOnTheNextSnapshotAndNotOnTheOneBefore() {
        Snapshot before = names().snapshot();
        Snapshot after = before.with(List.of(new AliasWritten(alias("fast", "openai/gpt-4o"))));

        assertThat(call(after, "fast")).isEqualTo(200);
        assertThat(call(before, "fast")).isEqualTo(404);
        assertThat(after.generation()).isEqualTo(before.generation() + 1);
    }

    @Test
    void ofSeveralWritesToOneNameTheLastCounts() {
        Snapshot snapshot = names().snapshot()
                .with(List.of(
                        new AliasWritten(alias("fast", "openai/gone")),
                        new AliasDeleted("fast"),
                        new AliasWritten(alias("fast", "openai/gpt-4o")),
                        new AliasWritten(alias("gone", "openai/gpt-4o")),
                        new AliasDeleted("gone"),
                        new RuleDeleted("openai/"),
                        new RuleWritten(RULE),
                        new RuleWritten(AccessRule.of("gone", true, Optional.empty())),
                        new RuleDeleted("gone")));

        assertThat(call(snapshot, "fast")).isEqualTo(200);
        assertThat(call(snapshot, "gone")).isEqualTo(404);
        assertThat(snapshot.rules().values()).containsExactly(RULE);
    }

    @Test
    void aDeclaredAliasWinsAndAStoredOneOfItsNameIsKept() {
        Snapshot snapshot = names().alias(alias("fast", "openai/gpt-4o"))
                .snapshot()
                .with(List.of(new AliasWritten(alias("fast", "openai/gone"))));

        assertThat(call(snapshot, "fast")).isEqualTo(200);
        assertThat(snapshot.aliases().definitions().layerOf("fast")).contains(Layer.DECLARED);
        assertThat(snapshot.aliases().definitions().findStored("fast")).isPresent();
    }

    @Test
    void aNewInventoryIsReadByTheSameStoredSettings() {
        Snapshot before = names().snapshot()
                .with(List.of(new AliasWritten(alias("fast", "openai/later")), new RuleWritten(RULE)));
        Snapshot after = before.with(Inventory.configured(List.of(new Provider(
                "openai",
                "openai",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new ConfiguredModel("later", Map.of())),
                Optional.empty()))));

        assertThat(call(before, "fast")).isEqualTo(503);
        assertThat(call(after, "fast")).isEqualTo(200);
        assertThat(after.rules().find("openai/")).contains(RULE);
        assertThat(after.generation()).isEqualTo(before.generation() + 1);
    }

    @Test
    void declaredOnesAreNeitherWrittenNorDeleted() {
        Snapshot snapshot =
                names().alias(alias("fast", "openai/gpt-4o")).rule(RULE).snapshot();

        assertThat(refusals(snapshot, new AliasDeleted("fast"), new RuleWritten(RULE)))
                .containsExactly("fast managed_by_config", "openai/ managed_by_config");
        assertThat(refusals(snapshot, new RuleDeleted("openai/"))).containsExactly("openai/ managed_by_config");
    }

    @Test
    void aWriteThatOnlyPassesThroughACycleIsNotRefused() {
        assertThat(refusals(
                        names().snapshot(),
                        new AliasWritten(alias("a", "b")),
                        new AliasWritten(alias("b", "a")),
                        new AliasWritten(alias("a", "openai/gpt-4o"))))
                .isEmpty();
    }

    @Test
    void aWriteThatEndsInACycleIsRefused() {
        Snapshot snapshot = names().snapshot().with(List.of(new AliasWritten(alias("a", "b"))));

        assertThat(refusals(snapshot, new AliasWritten(alias("b", "a")))).contains("b cycle");
    }

    private static List<String> refusals(Snapshot snapshot, StoredChange... changes) {
        return snapshot.refusals(List.of(changes)).stream()
                .map((WriteRefusal refusal) ->
                        refusal.name() + " " + refusal.toException().code().code())
                .toList();
    }

    private static int call(Snapshot snapshot, String name) {
        return Resolver.decide(snapshot, RequestedModel.of(name), Names.MASTER, new Random(1))
                .status();
    }

    private static Names names() {
        return new Names().provider("openai", "gpt-4o");
    }
}
