package org.aurora.gateway.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aurora.gateway.provider.ConfiguredModel;
import org.aurora.gateway.provider.ConfiguredModelsMode;
import org.aurora.gateway.provider.Provider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The provider lists up-1 and both; the operator lists both and mine; earlier the provider had old-1 and both. */
class ExposureTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");
    private static final Duration TTL = Duration.ofHours(24);
    private static final Origin ORIGIN = new Origin("p", "openai", "http://host/v1");
    private static final PollResult MODELS = listed("up-1", "both");
    private static final PollResult EARLIER = listed("old-1", "both");
    private static final PollResult NOTHING = listed();
    private static final PollResult ERROR = new PollResult.Failed("no");

    /** Sources are written upstream +, configured =, stale ~. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // list, mode, earlier, last answer, exposed
                "no,  fallback,  no,  models,  +up-1 +both",
                "no,  fallback,  yes, models,  +up-1 +both",
                "no,  fallback,  yes, nothing, ~old-1 ~both",
                "no,  fallback,  yes, error,   ~old-1 ~both",
                "no,  fallback,  no,  nothing, -",
                "no,  fallback,  no,  error,   -",
                "no,  fallback,  no,  none,    -",
                "no,  allowlist, no,  models,  +up-1 +both",
                "no,  allowlist, yes, error,   ~old-1 ~both",
                "no,  allowlist, no,  error,   -",
                "no,  merge,     no,  models,  +up-1 +both",
                "no,  merge,     yes, nothing, ~old-1 ~both",
                "no,  merge,     no,  error,   -",
                "yes, fallback,  no,  models,  +up-1 +both",
                "yes, fallback,  yes, models,  +up-1 +both",
                "yes, fallback,  yes, nothing, =both =mine ~old-1",
                "yes, fallback,  yes, error,   =both =mine ~old-1",
                "yes, fallback,  no,  nothing, =both =mine",
                "yes, fallback,  no,  error,   =both =mine",
                "yes, fallback,  no,  none,    =both =mine",
                "yes, allowlist, no,  models,  =both =mine",
                "yes, allowlist, yes, error,   =both =mine",
                "yes, allowlist, no,  none,    =both =mine",
                "yes, merge,     no,  models,  +up-1 +both =mine",
                "yes, merge,     yes, models,  +up-1 +both =mine",
                "yes, merge,     yes, nothing, =both =mine ~old-1",
                "yes, merge,     yes, error,   =both =mine ~old-1",
                "yes, merge,     no,  error,   =both =mine",
                "yes, merge,     no,  none,    =both =mine"
            })
    void exposesByListModeAndAnswer(String list, String mode, String earlier, String answer, String exposed) {
        Exposure exposure = exposure(mode, TTL);

        List<InventoryEntry> entries =
                exposure.entries(provider(list.equals("yes")), knowledge(earlier.equals("yes"), answer), NOW);

        assertThat(text(entries)).isEqualTo(exposed == null ? "" : exposed);
    }

    @ParameterizedTest
    @CsvSource({
        "fallback, 0,     0, '=both =mine'",
        "fallback, 3600, -1, '=both =mine ~old-1'",
        "fallback, 3600,  0, '=both =mine'",
        "merge,    3600, -1, '=both =mine ~old-1'",
        "merge,    3600,  1, '=both =mine'"
    })
    void keepsStaleModelsBesideAListForAsLongAsIsConfigured(String mode, long ttl, long after, String exposed) {
        Instant at = NOW.minusSeconds(60).plusSeconds(ttl + after);

        List<InventoryEntry> entries =
                exposure(mode, Duration.ofSeconds(ttl)).entries(provider(true), knowledge(true, "error"), at);

        assertThat(text(entries)).isEqualTo(exposed);
    }

    @Test
    void keepsStaleModelsWithoutAListForEver() {
        List<InventoryEntry> entries = exposure("fallback", Duration.ZERO)
                .entries(provider(false), knowledge(true, "error"), NOW.plus(Duration.ofDays(900)));

        assertThat(text(entries)).isEqualTo("~old-1 ~both");
    }

    @ParameterizedTest
    @CsvSource({
        "no,  fallback, models, '~up-1 ~both'",
        "no,  fallback, error,  '~old-1 ~both'",
        "yes, fallback, models, '~up-1 ~both'",
        "yes, fallback, error,  '=both =mine ~old-1'",
        "yes, merge,    models, '~up-1 ~both =mine'",
        "yes, allowlist, models, '=both =mine'"
    })
    void showsWhatWasKeptOverARestartAsStaleUntilItIsConfirmed(
            String list, String mode, String answer, String exposed) {
        Optional<ProviderKnowledge> restored = knowledge(true, answer).map(ProviderKnowledge::asRestored);

        assertThat(text(exposure(mode, TTL).entries(provider(list.equals("yes")), restored, NOW)))
                .isEqualTo(exposed);
    }

    @Test
    void confirmsWhatWasKeptByAnAnswer() {
        ProviderKnowledge confirmed =
                knowledge(true, "models").orElseThrow().asRestored().after(MODELS, NOW);

        assertThat(text(exposure("fallback", TTL).entries(provider(true), Optional.of(confirmed), NOW)))
                .isEqualTo("+up-1 +both");
    }

    @Test
    void givesEachEntryTheTimeOfItsSource() {
        assertThat(exposure("fallback", TTL).entries(provider(true), knowledge(true, "error"), NOW))
                .extracting(InventoryEntry::at)
                .containsExactly(START, START, NOW.minusSeconds(60));
        assertThat(exposure("fallback", TTL).entries(provider(true), knowledge(true, "models"), NOW))
                .extracting(InventoryEntry::at)
                .containsOnly(NOW);
    }

    @Test
    void putsWhatTheOperatorSaysOverWhatTheProviderSays() {
        PollResult described = new PollResult.Listed(
                List.of(new LearnedModel("both", Map.of("display_name", "Theirs", "context_window", 8L))),
                DroppedIds.NONE);

        assertThat(exposure("fallback", TTL)
                        .entries(provider(true), Optional.of(ProviderKnowledge.first(ORIGIN, described, NOW)), NOW))
                .extracting(InventoryEntry::metadata)
                .containsExactly(Map.of("display_name", "Ours", "context_window", 8L));
    }

    @Test
    void givesAnOffProviderNothing() {
        Provider off = new Provider(
                "p",
                "openai",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                provider(true).models(),
                Optional.of("no key"));

        assertThat(exposure("fallback", TTL).entries(off, knowledge(true, "models"), NOW))
                .isEmpty();
        assertThat(exposure("fallback", TTL).asks(off)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "no, fallback, true",
        "no, allowlist, true",
        "yes, fallback, true",
        "yes, merge, true",
        "yes, allowlist, false"
    })
    void asksAllButThoseOfWhichTheListCounts(String list, String mode, boolean asks) {
        assertThat(exposure(mode, TTL).asks(provider(list.equals("yes")))).isEqualTo(asks);
    }

    @Test
    void knowsWhenStaleModelsGo() {
        Exposure exposure = exposure("fallback", TTL);
        Instant end = NOW.minusSeconds(60).plus(TTL);

        assertThat(exposure.nextChange(provider(true), knowledge(true, "error"), NOW))
                .contains(end);
        assertThat(exposure.nextChange(provider(true), knowledge(true, "error"), end))
                .isEmpty();
        assertThat(exposure.nextChange(provider(true), knowledge(true, "models"), NOW))
                .isEmpty();
        assertThat(exposure.nextChange(provider(false), knowledge(true, "error"), NOW))
                .isEmpty();
    }

    private static Exposure exposure(String mode, Duration ttl) {
        return new Exposure(ConfiguredModelsMode.valueOf(mode.toUpperCase(Locale.ROOT)), ttl, START);
    }

    private static Provider provider(boolean list) {
        List<ConfiguredModel> models = List.of(
                new ConfiguredModel("both", Map.of("display_name", "Ours")), new ConfiguredModel("mine", Map.of()));
        return new Provider(
                "p",
                "openai",
                Optional.of(URI.create("http://host/v1")),
                Optional.empty(),
                Optional.empty(),
                list ? models : List.of(),
                Optional.empty());
    }

    private static Optional<ProviderKnowledge> knowledge(boolean earlier, String answer) {
        Stream<PollResult> before = earlier ? Stream.of(EARLIER) : Stream.empty();
        Stream<PollResult> last =
                switch (answer) {
                    case "models" -> Stream.of(MODELS);
                    case "nothing" -> Stream.of(NOTHING);
                    case "error" -> Stream.of(ERROR);
                    default -> Stream.empty();
                };
        Optional<ProviderKnowledge> known = before.map(
                        result -> ProviderKnowledge.first(ORIGIN, result, NOW.minusSeconds(60)))
                .findFirst();
        return last.map(result -> known.map(it -> it.after(result, NOW))
                        .orElseGet(() -> ProviderKnowledge.first(ORIGIN, result, NOW)))
                .findFirst()
                .or(() -> known);
    }

    private static PollResult listed(String... ids) {
        return new PollResult.Listed(
                Stream.of(ids).map(id -> new LearnedModel(id, Map.of())).toList(), DroppedIds.NONE);
    }

    private static String text(List<InventoryEntry> entries) {
        return String.join(
                " ",
                entries.stream()
                        .map(entry -> sign(entry.source()) + entry.model().model())
                        .toList());
    }

    private static String sign(ModelSource source) {
        return switch (source) {
            case UPSTREAM -> "+";
            case CONFIGURED -> "=";
            case STALE -> "~";
        };
    }
}
