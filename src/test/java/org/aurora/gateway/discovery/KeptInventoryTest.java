package org.aurora.gateway.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aurora.gateway.inventory.DroppedIds;
import org.aurora.gateway.inventory.LearnedModel;
import org.aurora.gateway.inventory.Origin;
import org.aurora.gateway.inventory.PollResult;
import org.aurora.gateway.inventory.ProviderKnowledge;
import org.aurora.gateway.provider.Provider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptInventoryTest {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00.123456Z");

    private final KeptInventory kept;

    KeptInventoryTest(@TempDir Path data) {
        kept = new KeptInventory(data);
    }

    @Test
    void givesBackExactlyWhatItGot() {
        ProviderKnowledge known = ProviderKnowledge.first(
                        Origin.of(provider("vllm")),
                        new PollResult.Listed(
                                List.of(
                                        new LearnedModel("a/\"b\"\u2028", Map.of()),
                                        new LearnedModel(
                                                "c",
                                                Map.of(
                                                        "context_window", 4096L,
                                                        "modes", List.of("chat"),
                                                        "capabilities", Map.of("tools", true),
                                                        "upstream_pricing",
                                                                Map.of("in", new BigDecimal("0.10"), "out", "0.20")))),
                                new DroppedIds(1, 2, 3, 4)),
                        AT)
                .after(new PollResult.Failed("no"), AT.plusSeconds(1));

        kept.keep(known);

        assertThat(kept.read(List.of(provider("vllm")))).containsExactly(known);
    }

    @Test
    void keepsTheLastOfSeveral() {
        ProviderKnowledge first = ProviderKnowledge.first(Origin.of(provider("vllm")), new PollResult.Failed("no"), AT);
        ProviderKnowledge second = first.after(new PollResult.Failed("again"), AT.plusSeconds(1));
        kept.keep(first);

        kept.keep(second);

        assertThat(kept.read(List.of(provider("vllm")))).containsExactly(second);
    }

    @Test
    void writesTimesAloneOnceAMinute() {
        PollResult models = new PollResult.Listed(List.of(new LearnedModel("a", Map.of())), DroppedIds.NONE);
        ProviderKnowledge first = ProviderKnowledge.first(Origin.of(provider("vllm")), models, AT);
        kept.keep(first);

        kept.keep(first.after(models, AT.plusSeconds(59)));
        assertThat(kept.read(List.of(provider("vllm")))).containsExactly(first);
        kept.keep(first.after(models, AT.plusSeconds(60)));
        assertThat(kept.read(List.of(provider("vllm")))).containsExactly(first.after(models, AT.plusSeconds(60)));
    }

    @Test
    void givesNothingToAProviderOfAnotherType() {
        kept.keep(ProviderKnowledge.first(Origin.of(provider("vllm")), new PollResult.Failed("no"), AT));

        assertThat(kept.read(List.of(provider("ollama")))).isEmpty();
    }

    private static Provider provider(String type) {
        return new Provider(
                "p",
                type,
                Optional.of(URI.create("http://host/v1")),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
