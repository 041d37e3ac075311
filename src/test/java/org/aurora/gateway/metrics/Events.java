package org.aurora.gateway.metrics;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.pricing.Cost;
import org.aurora.gateway.pricing.PriceSource;
import org.aurora.gateway.pricing.TokenCounts;
import org.aurora.gateway.provider.Provider;
import org.aurora.gateway.usage.UsageCaller;
import org.aurora.gateway.usage.UsageEvent;
import org.aurora.gateway.usage.UsageModels;
import org.aurora.gateway.usage.UsageOutcome;

/** Recorded calls for tests, each a plain one but for what the test is about. */
record Events(
        Optional<ProviderModel> request,
        List<String> aliases,
        String operation,
        int status,
        boolean stream,
        boolean partial,
        TokenCounts counts,
        Cost cost) {
    /** A call of {@code up/gpt-x} that used 100 tokens in and 7 out and cost 0.25. */
    static Events call() {
        return new Events(
                Optional.of(new ProviderModel("up", "gpt-x")),
                List.of(),
                "chat/completions",
                200,
                false,
                false,
                TokenCounts.of(100, 7),
                priced("0.25"));
    }

    static Cost priced(String output) {
        return new Cost.Priced(BigDecimal.ZERO, new BigDecimal(output), PriceSource.CONFIG);
    }

    /** The providers of that name, all of the type openai. */
    static List<Provider> providers(String... names) {
        return Stream.of(names)
                .map(name -> new Provider(
                        name,
                        "openai",
                        Optional.of(URI.create("http://127.0.0.1:9")),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty()))
                .toList();
    }

    Events of(String provider, String model) {
        return new Events(
                Optional.of(new ProviderModel(provider, model)),
                aliases,
                operation,
                status,
                stream,
                partial,
                counts,
                cost);
    }

    Events sentNowhere(int newStatus) {
        return new Events(
                Optional.empty(),
                aliases,
                operation,
                newStatus,
                stream,
                partial,
                TokenCounts.UNKNOWN,
                new Cost.Uncharged());
    }

    Events through(String... newAliases) {
        return new Events(request, List.of(newAliases), operation, status, stream, partial, counts, cost);
    }

    Events to(String newOperation) {
        return new Events(request, aliases, newOperation, status, stream, partial, counts, cost);
    }

    Events answered(int newStatus) {
        return new Events(request, aliases, operation, newStatus, stream, partial, counts, cost);
    }

    Events streamed(boolean cut) {
        return new Events(request, aliases, operation, status, true, cut, counts, cost);
    }

    Events using(TokenCounts newCounts) {
        return new Events(request, aliases, operation, status, stream, partial, newCounts, cost);
    }

    Events costing(Cost newCost) {
        return new Events(request, aliases, operation, status, stream, partial, counts, newCost);
    }

    UsageEvent event() {
        return new UsageEvent(
                "id",
                Instant.EPOCH,
                "req",
                new UsageCaller("master", Optional.empty()),
                new UsageModels(Optional.of("asked\nfor"), aliases, request, Optional.of("answered")),
                new UsageOutcome(
                        operation,
                        stream,
                        status,
                        Optional.empty(),
                        partial,
                        Optional.of(Duration.ofMillis(30)),
                        Duration.ofMillis(1_500)),
                counts,
                Optional.empty(),
                cost);
    }
}
