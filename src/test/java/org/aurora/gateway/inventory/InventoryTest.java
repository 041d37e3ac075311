package org.aurora.gateway.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.model.Selector;
import org.aurora.gateway.provider.ConfiguredModel;
import org.aurora.gateway.provider.Provider;
import org.junit.jupiter.api.Test;

class InventoryTest {
    private final Inventory inventory = Inventory.configured(List.of(
            provider("beta", Optional.empty(), "shared", "only-beta", "shared"),
            provider("alpha", Optional.empty(), "shared", "vendor/model", "beta/shared-elsewhere"),
            provider("dark", Optional.of("no key"), "dark-model", "shared")));

    @Test
    void keepsConfiguredOrderAndDropsRepeats() {
        assertThat(inventory.entries())
                .extracting(entry -> entry.model().selector())
                .containsExactly(
                        "beta/shared",
                        "beta/only-beta",
                        "alpha/shared",
                        "alpha/vendor/model",
                        "alpha/beta/shared-elsewhere");
    }

    @Test
    void listsOneProvidersModelsInItsOwnOrder() {
        assertThat(inventory.entriesOf("beta"))
                .extracting(entry -> entry.model().model())
                .containsExactly("shared", "only-beta");
    }

    @Test
    void changesOneProviderAndNoOther() {
        Inventory changed = inventory.with(
                "beta",
                List.of(new InventoryEntry(
                        new ProviderModel("beta", "new"), ModelSource.STALE, Instant.EPOCH, Map.of())));

        assertThat(changed.entries())
                .extracting(entry -> entry.model().selector())
                .containsExactly("beta/new", "alpha/shared", "alpha/vendor/model", "alpha/beta/shared-elsewhere");
        assertThat(changed.firstWith("shared")).contains(new ProviderModel("alpha", "shared"));
        assertThat(changed.firstWith("new")).contains(new ProviderModel("beta", "new"));
        assertThat(changed.stale()).isTrue();
        assertThat(changed.sameModels(inventory)).isFalse();
    }

    @Test
    void knowsTheSameModelsWhateverElseIsKnownOfThem() {
        Inventory confirmed = inventory.with("beta", List.copyOf(inventory.entriesOf("beta")));

        assertThat(confirmed.sameModels(inventory)).isTrue();
        assertThat(confirmed.firstWith("shared")).isEqualTo(inventory.firstWith("shared"));
    }

    @Test
    void anOffProviderIsKnownButHasNothing() {
        assertThat(inventory.providers()).containsExactly("beta", "alpha", "dark");
        assertThat(inventory.entriesOf("dark")).isEmpty();
        assertThat(inventory.has(new ProviderModel("dark", "dark-model"))).isFalse();
        assertThat(inventory.firstWith("dark-model")).isEmpty();
    }

    @Test
    void aBareIdIsTheFirstProvidersInConfiguredOrder() {
        assertThat(inventory.firstWith("shared")).contains(new ProviderModel("beta", "shared"));
    }

    @Test
    void aBareIdMayHoldSlashes() {
        assertThat(inventory.named("vendor/model")).contains(new ProviderModel("alpha", "vendor/model"));
    }

    @Test
    void neverSlidesFromAProvidersNameToAnotherProvidersId() {
        ProviderModel named = new ProviderModel("beta", "shared-elsewhere");

        assertThat(inventory.named("beta/shared-elsewhere")).contains(named);
        assertThat(inventory.has(named)).isFalse();
    }

    @Test
    void aWholeProviderAndEverythingNameNoModel() {
        assertThat(inventory.named("beta/")).isEmpty();
        assertThat(inventory.named("/")).isEmpty();
    }

    @Test
    void readsSelectorsWithOffProvidersIncluded() {
        assertThat(inventory.read("dark/")).isEqualTo(new Selector.WholeProvider("dark"));
    }

    @Test
    void idsThatNoRequestCouldNameAreLeftOut() {
        Inventory odd = Inventory.configured(
                List.of(provider("p", Optional.empty(), "", " ", "a\nb", "x".repeat(257), "x".repeat(256))));

        assertThat(odd.entries()).extracting(entry -> entry.model().model()).containsExactly("x".repeat(256));
    }

    @Test
    void keepsWhatTheOperatorSaidAboutAModel() {
        ConfiguredModel described = new ConfiguredModel("m", Map.of("display_name", "My model"));
        Inventory one = Inventory.configured(List.of(provider("p", Optional.empty(), List.of(described))));

        assertThat(one.find(new ProviderModel("p", "m")))
                .contains(new InventoryEntry(
                        new ProviderModel("p", "m"),
                        ModelSource.CONFIGURED,
                        Instant.EPOCH,
                        Map.of("display_name", "My model")));
    }

    private static Provider provider(String name, Optional<String> offReason, String... ids) {
        return provider(
                name,
                offReason,
                Stream.of(ids).map(id -> new ConfiguredModel(id, Map.of())).toList());
    }

    private static Provider provider(String name, Optional<String> offReason, List<ConfiguredModel> models) {
        return new Provider(name, "openai", Optional.empty(), Optional.empty(), Optional.empty(), models, offReason);
    }
}
