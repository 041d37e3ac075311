package org.aurora.gateway.accounting;

import java.util.OptionalLong;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.pricing.TokenCounts;
import org.aurora.gateway.usage.UsageCaller;
import org.aurora.gateway.usage.UsageEvent;
import org.aurora.gateway.usage.UsageModels;
import org.aurora.gateway.usage.UsageOutcome;

/** Events as they can be stored: texts from outside made harmless, counts kept within what can be summed. */
final class StorableEvent {
    /** No call has a billion tokens; with that, no sum of them runs over. */
    static final long MOST_TOKENS = 1_000_000_000L;

    private StorableEvent() {}

    static UsageEvent of(UsageEvent event) {
        UsageOutcome outcome = event.outcome();
        return new UsageEvent(
                StorableText.of(event.id()),
                event.at(),
                StorableText.of(event.requestId()),
                new UsageCaller(
                        StorableText.of(event.caller().key()),
                        StorableText.of(event.caller().userPath())),
                models(event.models()),
                new UsageOutcome(
                        StorableText.of(outcome.operation()),
                        outcome.stream(),
                        outcome.status(),
                        StorableText.of(outcome.errorCode()),
                        outcome.partial(),
                        outcome.timeToFirstByte(),
                        outcome.duration()),
                counts(event.counts()),
                event.upstreamCost(),
                event.cost());
    }

    private static UsageModels models(UsageModels models) {
        return new UsageModels(
                StorableText.of(models.original()),
                models.aliasChain().stream().map(StorableText::of).toList(),
                models.request()
                        .map(model ->
                                new ProviderModel(StorableText.of(model.provider()), StorableText.of(model.model()))),
                StorableText.of(models.response()));
    }

    private static TokenCounts counts(TokenCounts counts) {
        return new TokenCounts(
                kept(counts.input()),
                kept(counts.output()),
                kept(counts.cachedInput()),
                kept(counts.cacheWrite()),
                kept(counts.reasoning()),
                kept(counts.audioInput()),
                kept(counts.audioOutput()),
                counts.units(),
                counts.batch());
    }

    private static OptionalLong kept(OptionalLong count) {
        return count.isPresent() ? OptionalLong.of(kept(count.getAsLong())) : count;
    }

    private static long kept(long count) {
        return Math.max(0, Math.min(count, MOST_TOKENS));
    }
}
