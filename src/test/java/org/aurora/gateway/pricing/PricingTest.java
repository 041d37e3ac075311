package org.aurora.gateway.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.pricing.PlainPrices.prices;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.provider.ConfiguredModel;
import org.aurora.gateway.provider.Provider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PricingTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final ProviderModel MODEL = new ProviderModel("west", "gpt-x");
    private static final TokenCounts MILLIONS = TokenCounts.of(1_000_000, 1_000_000);

    private static Pricing pricing(Map<String, Object> declaredPrices) {
        return Pricing.declared(
                "USD",
                List.of(new Provider(
                        "west",
                        "openai",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new ConfiguredModel("gpt-x", Map.of("pricing", declaredPrices))),
                        Optional.empty())),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static Pricing stored(String selector, PriceTimeline timeline) {
        return pricing(Map.of()).withStored(Map.of(selector, timeline), Set.of());
    }

    private static PriceTimeline since(Instant from, String written) {
        return PriceTimeline.EMPTY.with(from, prices(written));
    }

    private static Optional<String> total(Pricing pricing, Instant at) {
        return pricing.cost(MODEL, MILLIONS, at, Optional.empty()).totalCost().map(BigDecimal::toPlainString);
    }

    private static Pricing inAllLayers() {
        PriceList list = PriceList.of(Map.of(
                new PriceList.Entry("openai", "gpt-x"),
                prices("input=1 output=2 cached_input=0.5 per_request=9 tiers=0.2:4:5")));
        return pricing(Map.of("input_per_mtok", new BigDecimal("10"), "per_request", BigDecimal.ZERO))
                .with(list)
                .withStored(Map.of("west/gpt-x", since(NOON, "output=30 per_request=7")), Set.of());
    }

    @Test
    void takesEachFieldFromTheStrongestLayerThatHasIt() {
        EffectivePrices effective = inAllLayers().effective(MODEL, NOON);

        assertThat(effective.prices()).isEqualTo(prices("input=10 output=30 cached_input=0.5 per_request=7"));
        assertThat(effective.sources())
                .containsOnly(
                        Map.entry(PriceField.INPUT_PER_MTOK, PriceSource.CONFIG),
                        Map.entry(PriceField.OUTPUT_PER_MTOK, PriceSource.OVERRIDE),
                        Map.entry(PriceField.CACHED_INPUT_PER_MTOK, PriceSource.LIST),
                        Map.entry(PriceField.PER_REQUEST, PriceSource.OVERRIDE));
    }

    @Test
    void letsAStrongerFlatRateReplaceTheSameRateOfWeakerTiersAlone() {
        EffectivePrices effective = EffectivePrices.NONE
                .under(prices("tiers=0.2:1:2,1:3:4"), PriceSource.LIST)
                .under(prices("input=9"), PriceSource.OVERRIDE);

        assertThat(effective.prices()).isEqualTo(prices("input=9 tiers=0.2:-:2,1:-:4"));
        assertThat(effective.tiersSource()).contains(PriceSource.LIST);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cached_input=9                | cached_input=9 tiers=0.2:1:2:-:0.4,1:3:4:-:0.8
            cache_write=9                 | cache_write=9 tiers=0.2:1:2:0.3,1:3:4:0.7
            input=9                       | input=9 tiers=0.2:-:2:0.3:0.4,1:-:4:0.7:0.8
            input=8 output=9              | input=8 output=9 tiers=0.2:-:-:0.3:0.4,1:-:-:0.7:0.8
            per_page=9                    | per_page=9 tiers=0.2:1:2:0.3:0.4,1:3:4:0.7:0.8
            tiers=1:5:6                   | tiers=1:5:6
            input=1 output=2 cached_input=3 cache_write=4 | input=1 output=2 cached_input=3 cache_write=4
            """)
    void letsAStrongerFlatRateForTheCacheReplaceItInWeakerTiersAlone(String stronger, String expected) {
        EffectivePrices effective = EffectivePrices.NONE
                .under(prices("tiers=0.2:1:2:0.3:0.4,1:3:4:0.7:0.8"), PriceSource.LIST)
                .under(prices(stronger), PriceSource.OVERRIDE);

        assertThat(effective.prices()).isEqualTo(prices(expected));
    }

    @Test
    void chargesCachedTokensOfALongCallByWhereItsTiersAreFrom() {
        EffectivePrices effective = EffectivePrices.NONE
                .under(prices("input=9 output=9 cached_input=0.1"), PriceSource.LIST)
                .under(prices("tiers=0.2:1:2,1:5:6:0.9"), PriceSource.CONFIG);

        assertThat(CostCalculation.of(effective, PlainPrices.counts("in=200001 out=0 cached=200001")))
                .isEqualTo(new Cost.Priced(new BigDecimal("0.1800009"), BigDecimal.ZERO, PriceSource.CONFIG));
        assertThat(CostCalculation.of(effective, PlainPrices.counts("in=10 out=0 cached=10")))
                .isEqualTo(new Cost.Priced(new BigDecimal("0.000001"), BigDecimal.ZERO, PriceSource.LIST));
    }

    @Test
    void letsStrongerTiersReplaceWeakerOnes() {
        EffectivePrices effective = EffectivePrices.NONE
                .under(prices("input=1 tiers=0.2:1:2,1:3:4"), PriceSource.LIST)
                .under(prices("tiers=0.5:7:8"), PriceSource.CONFIG);

        assertThat(effective.prices()).isEqualTo(prices("input=1 tiers=0.5:7:8"));
        assertThat(effective.tiersSource()).contains(PriceSource.CONFIG);
    }

    @ParameterizedTest
    @CsvSource({"in=10 out=0, CONFIG", "in=10 out=0 cached=10, OVERRIDE", "in=0 out=0, OVERRIDE"})
    void namesTheStrongestLayerThatACostIsFrom(String counts, PriceSource expected) {
        Pricing pricing = pricing(Map.of("input_per_mtok", BigDecimal.ONE, "output_per_mtok", BigDecimal.ONE))
                .withStored(Map.of("west/gpt-x", since(NOON, "cached_input=2")), Set.of());

        assertThat(pricing.cost(MODEL, PlainPrices.counts(counts), NOON, Optional.empty())
                        .source())
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31T23:59:59.999Z, 3",
        "2026-01-01T00:00:00.000Z, 11",
        "2026-01-01T00:00:00.001Z, 11",
        "2026-02-28T23:59:59.999Z, 11",
        "2026-03-01T00:00:00.000Z, 21",
        "9999-12-31T23:59:59.999Z, 21",
        "1970-01-01T00:00:00.000Z, 3"
    })
    void chargesByTheEntryInForce(Instant at, String total) {
        Pricing pricing = pricing(Map.of("input_per_mtok", BigDecimal.ONE, "output_per_mtok", new BigDecimal("2")))
                .withStored(
                        Map.of(
                                "west/gpt-x",
                                since(Instant.parse("2026-03-01T00:00:00Z"), "input=10 output=11")
                                        .with(Instant.parse("2026-01-01T00:00:00Z"), prices("input=10 output=1"))),
                        Set.of());

        assertThat(total(pricing, at)).contains(total);
    }

    @Test
    void takesNoFieldFromAnEntryThatAnotherFollowed() {
        PriceTimeline timeline = since(NOON.minusSeconds(2), "input=1 output=1").with(NOON, prices("input=5"));

        assertThat(stored("west/gpt-x", timeline)
                        .cost(MODEL, MILLIONS, NOON, Optional.empty())
                        .unpricedReason())
                .contains(UnpricedReason.NO_OUTPUT_PRICE);
    }

    @Test
    void forgetsWhatIsDeleted() {
        Pricing pricing = stored("west/gpt-x", since(NOON, "input=1 output=1"));

        assertThat(total(pricing.withStored(Map.of(), Set.of("west/gpt-x")), NOON))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-x-2026-05-13", "gpt-x-20260513", "gpt-x@20260513"})
    void findsADatedModelUnderItsPlainId(String id) {
        Pricing pricing = stored("west/gpt-x", since(NOON, "input=1 output=1"));

        assertThat(pricing.effective(new ProviderModel("west", id), NOON).isEmpty())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt-x-2026-13-01",
                "gpt-x-2026-02-30",
                "gpt-x-2026-0513",
                "gpt-x-0513",
                "gpt-x-20260513-preview",
                "gpt-x-1926-05-13",
                "gpt-x20260513",
                "gpt",
                "gpt-x-2",
                "GPT-X",
                "west/gpt-x"
            })
    void findsNothingUnderIdsThatAreOnlyAlike(String id) {
        Pricing pricing = stored("west/gpt-x", since(NOON, "input=1 output=1"));

        assertThat(pricing.effective(new ProviderModel("west", id), NOON).isEmpty())
                .isTrue();
    }

    @Test
    void prefersTheExactIdWithinALayer() {
        PriceTimeline plain = since(NOON, "input=1 output=1");
        Pricing pricing = stored("west/gpt-x", plain)
                .withStored(Map.of("west/gpt-x-2026-05-13", since(NOON, "input=7")), Set.of());

        assertThat(pricing.effective(new ProviderModel("west", "gpt-x-2026-05-13"), NOON)
                        .prices())
                .isEqualTo(prices("input=7"));
    }

    @Test
    void pricesAnIdAtOneProviderAlone() {
        Pricing pricing = stored("west/gpt-x", since(NOON, "input=1 output=1"));

        assertThat(pricing.effective(new ProviderModel("east", "gpt-x"), NOON).isEmpty())
                .isTrue();
    }

    @Test
    void knowsTheListByTheTypeOfTheProvider() {
        Pricing pricing = pricing(Map.of())
                .with(PriceList.of(Map.of(new PriceList.Entry("anthropic", "gpt-x"), prices("input=1 output=1"))));

        assertThat(pricing.effective(MODEL, NOON).isEmpty()).isTrue();
    }

    @Test
    void takesTheProvidersOwnCostWhereNoPriceIsKnown() {
        Cost cost = pricing(Map.of()).cost(MODEL, MILLIONS, NOON, Optional.of(new BigDecimal("0.00120")));

        assertThat(cost).isEqualTo(new Cost.Stated(new BigDecimal("0.0012")));
        assertThat(cost.source().map(PriceSource::text)).contains("upstream");
    }

    @Test
    void doesNotTakeTheProvidersDollarsForAnotherCurrency() {
        Cost cost = Pricing.declared("EUR", List.of(), Clock.systemUTC())
                .cost(MODEL, MILLIONS, NOON, Optional.of(new BigDecimal("0.5")));

        assertThat(cost).isEqualTo(new Cost.Unpriced(UnpricedReason.NO_PRICE));
    }

    @Test
    void passesTheProvidersOwnCostOverWhereAPriceIsKnown() {
        Cost cost = pricing(Map.of("input_per_mtok", BigDecimal.ZERO, "output_per_mtok", BigDecimal.ZERO))
                .cost(MODEL, MILLIONS, NOON, Optional.of(BigDecimal.TEN));

        assertThat(cost).isEqualTo(new Cost.Priced(BigDecimal.ZERO, BigDecimal.ZERO, PriceSource.CONFIG));
    }

    @Test
    void passesTheProvidersOwnCostOverWhereOnlyTheUseIsNotKnown() {
        Cost cost = stored("west/gpt-x", since(NOON, "input=1 output=1"))
                .cost(MODEL, TokenCounts.UNKNOWN, NOON, Optional.of(BigDecimal.TEN));

        assertThat(cost).isEqualTo(new Cost.Unpriced(UnpricedReason.NO_USAGE));
    }

    @Test
    void takesTheProvidersOwnCostWhereAPriceThatTheCallNeedsIsMissing() {
        Cost cost =
                stored("west/gpt-x", since(NOON, "input=1")).cost(MODEL, MILLIONS, NOON, Optional.of(BigDecimal.TEN));

        assertThat(cost).isEqualTo(new Cost.Stated(BigDecimal.TEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1e400", "1e-400", "1e2147483647"})
    void passesOverACostThatIsNone(String stated) {
        assertThat(pricing(Map.of()).cost(MODEL, MILLIONS, NOON, Optional.of(new BigDecimal(stated))))
                .isEqualTo(new Cost.Unpriced(UnpricedReason.NO_PRICE));
    }
}
