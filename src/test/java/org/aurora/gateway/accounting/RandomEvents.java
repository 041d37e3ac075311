package org.aurora.gateway.accounting;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.pricing.Cost;
import org.aurora.gateway.pricing.PriceSource;
import org.aurora.gateway.pricing.TokenCounts;
import org.aurora.gateway.pricing.Unit;
import org.aurora.gateway.pricing.UnpricedReason;
import org.aurora.gateway.usage.UsageCaller;
import org.aurora.gateway.usage.UsageEvent;
import org.aurora.gateway.usage.UsageModels;
import org.aurora.gateway.usage.UsageOutcome;

/** Calls of every kind, with names that have been a nuisance elsewhere. */
final class RandomEvents {
    static final List<String> KEYS = List.of("master", "k1", "o'brien", "100%");
    static final List<String> PATHS = List.of(
            "/",
            "/team",
            "/team/alpha",
            "/team/alpha/x",
            "/team/alphabet",
            "/te_m",
            "/t%",
            "/a'b",
            "/שלום/x",
            "/(other)");
    static final List<String> PROVIDERS = List.of("east", "west");
    static final List<String> MODELS = List.of("gpt-x", "a/b", "m_1", "m%1", "it's");
    static final List<String> ALIASES = List.of("regular", "o'alias", "50%", "east/gpt-x");

    private final Random random;
    private final Instant from;
    private final long seconds;
    private int made;

    RandomEvents(long seed, Instant from, Duration within) {
        this.random = new Random(seed);
        this.from = from;
        this.seconds = within.toSeconds();
    }

    List<UsageEvent> list(int count) {
        return IntStream.range(0, count).mapToObj(number -> next()).toList();
    }

    UsageEvent next() {
        Instant at = from.plusSeconds(random.nextLong(seconds)).plusMillis(random.nextInt(1_000));
        boolean resolved = random.nextInt(10) > 0;
        List<String> chain = random.nextBoolean() ? List.of() : List.of(any(ALIASES), "below");
        return new UsageEvent(
                "call-" + ++made,
                at,
                "req-" + random.nextInt(5),
                new UsageCaller(any(KEYS), random.nextInt(8) == 0 ? Optional.empty() : Optional.of(any(PATHS))),
                new UsageModels(
                        Optional.of("asked"),
                        chain,
                        resolved ? Optional.of(new ProviderModel(any(PROVIDERS), any(MODELS))) : Optional.empty(),
                        resolved ? Optional.of("answered") : Optional.empty()),
                outcome(resolved),
                resolved ? counts() : TokenCounts.UNKNOWN,
                random.nextInt(9) == 0 ? Optional.of(money()) : Optional.empty(),
                resolved ? cost() : new Cost.Uncharged());
    }

    private String any(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private UsageOutcome outcome(boolean resolved) {
        return new UsageOutcome(
                "chat/completions",
                random.nextBoolean(),
                resolved ? 200 : 404,
                resolved ? Optional.empty() : Optional.of("model_not_found"),
                random.nextInt(20) == 0,
                resolved ? Optional.of(Duration.ofNanos(1_000L * random.nextInt(1_000_000))) : Optional.empty(),
                Duration.ofNanos(1_000L * random.nextInt(9_000_000)));
    }

    private TokenCounts counts() {
        TokenCounts counts = TokenCounts.of(random.nextInt(100_000), random.nextInt(4_000))
                .withCache(random.nextInt(100), random.nextInt(10))
                .withReasoning(random.nextInt(50))
                .withAudio(random.nextInt(3), random.nextInt(3));
        return switch (random.nextInt(6)) {
            case 0 ->
                counts.with(Unit.IMAGES, BigDecimal.valueOf(random.nextInt(5)))
                        .with(Unit.INPUT_SECONDS, new BigDecimal("1.250"));
            case 1 -> counts.asBatch();
            case 2 ->
                new TokenCounts(
                        OptionalLong.of(random.nextInt(9)), OptionalLong.empty(), 0, 0, 0, 0, 0, Map.of(), false);
            default -> counts;
        };
    }

    private Cost cost() {
        return switch (random.nextInt(6)) {
            case 0 -> new Cost.Unpriced(UnpricedReason.NO_PRICE);
            case 1 -> new Cost.Stated(money());
            case 2 -> new Cost.Priced(BigDecimal.ZERO, BigDecimal.ZERO, PriceSource.CONFIG);
            default -> new Cost.Priced(money(), money(), PriceSource.OVERRIDE);
        };
    }

    /** Up to 18 decimals, and large enough for sums beyond 10^9. */
    private BigDecimal money() {
        BigDecimal large = BigDecimal.valueOf(random.nextInt(10_000_000));
        BigDecimal small = new BigDecimal(new BigInteger(59, random), 18);
        return random.nextBoolean() ? small : small.add(large);
    }
}
