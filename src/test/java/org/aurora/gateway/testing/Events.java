package org.aurora.gateway.testing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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

/** Recorded calls. */
public final class Events {
    private static final Instant START = Instant.parse("2026-11-27T12:00:00.123Z");

    private Events() {}

    /** A plain one, told apart by its id. */
    public static UsageEvent numbered(int number) {
        return new UsageEvent(
                "call-" + number,
                START.plusMillis(number),
                "req_" + number,
                new UsageCaller("master", Optional.empty()),
                new UsageModels(
                        Optional.of("up/gpt-x"),
                        List.of(),
                        Optional.of(new ProviderModel("up", "gpt-x")),
                        Optional.of("gpt-x-2026")),
                new UsageOutcome(
                        "chat/completions",
                        false,
                        200,
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Duration.ofMillis(12)),
                TokenCounts.of(number, 7),
                Optional.empty(),
                new Cost.Priced(new BigDecimal("0.000012"), new BigDecimal("0.5"), PriceSource.CONFIG));
    }

    /** One that has anything that an event can have. */
    public static UsageEvent any(Random random) {
        return new UsageEvent(
                text(random),
                START.plusMillis(random.nextInt()),
                text(random),
                new UsageCaller(text(random), maybe(random, text(random))),
                new UsageModels(
                        maybe(random, text(random)),
                        random.nextBoolean() ? List.of() : List.of(text(random), text(random)),
                        maybe(random, new ProviderModel(text(random), text(random))),
                        maybe(random, text(random))),
                new UsageOutcome(
                        text(random),
                        random.nextBoolean(),
                        200 + random.nextInt(400),
                        maybe(random, text(random)),
                        random.nextBoolean(),
                        maybe(random, Duration.ofNanos(random.nextLong(1L << 50))),
                        Duration.ofNanos(random.nextLong(1L << 50))),
                counts(random),
                maybe(random, amount(random)),
                cost(random));
    }

    private static TokenCounts counts(Random random) {
        TokenCounts counts = random.nextBoolean()
                ? TokenCounts.UNKNOWN
                : TokenCounts.of(random.nextLong(1L << 60), random.nextInt(9));
        if (random.nextBoolean()) {
            counts = counts.withCache(random.nextInt(9), 3)
                    .withReasoning(random.nextInt(99))
                    .withAudio(1, 2);
        }
        for (Unit unit : Unit.values()) {
            counts = random.nextBoolean() ? counts : counts.with(unit, amount(random));
        }
        return random.nextBoolean() ? counts : counts.asBatch();
    }

    private static Cost cost(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Cost.Priced(amount(random), amount(random), one(PriceSource.values(), random));
            case 1 -> new Cost.Stated(amount(random));
            case 2 -> new Cost.Unpriced(one(UnpricedReason.values(), random));
            default -> new Cost.Uncharged();
        };
    }

    private static <T> T one(T[] of, Random random) {
        return of[random.nextInt(of.length)];
    }

    private static BigDecimal amount(Random random) {
        return BigDecimal.valueOf(random.nextLong(), random.nextInt(40) - 5);
    }

    /** Any characters there are, halves of pairs included. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(20); left >= 0; left--) {
            text.append((char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(1 << 16)));
        }
        return text.toString();
    }

    private static <T> Optional<T> maybe(Random random, T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }
}
