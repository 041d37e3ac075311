package org.aurora.gateway.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.aurora.gateway.discovery.InventoryBook;
import org.aurora.gateway.discovery.ProviderStatus;
import org.aurora.gateway.inventory.ModelSource;
import org.aurora.gateway.inventory.ProviderKnowledge;

/** How it stands with each provider's models. */
public final class ProviderMeters implements ReadMeters {
    private static final double MILLIS_A_SECOND = 1000;

    private final InventoryBook book;
    private final Map<String, ProviderStatus> seen = new ConcurrentHashMap<>();

    public ProviderMeters(InventoryBook book) {
        this.book = book;
    }

    @Override
    public void look() {
        book.status().forEach(status -> seen.put(status.provider().name(), status));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        look();
        seen.keySet().forEach(provider -> bind(provider, registry));
    }

    private void bind(String provider, MeterRegistry registry) {
        for (ModelSource source : ModelSource.values()) {
            gauge("aurora.provider.models", provider, status -> status.models().getOrDefault(source, 0))
                    .description("Models that a provider has, by where they are known from")
                    .tag("source", source.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        for (ProviderStatus.State state : ProviderStatus.State.values()) {
            gauge("aurora.provider.state", provider, status -> status.state() == state ? 1 : 0)
                    .description("1 for the state that the provider is in, 0 for the others")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        gauge("aurora.provider.last.success.timestamp", provider, ProviderMeters::lastSuccess)
                .description("When the provider last gave a list of models; NaN where it never did")
                .baseUnit("seconds")
                .register(registry);
        counter("aurora.inventory.polls", provider, status -> status.counts().polls())
                .description("How often the provider was asked for its models from here")
                .register(registry);
        counter("aurora.inventory.poll.failures", provider, status -> status.counts()
                        .failed())
                .description("How many of these polls gave no list")
                .register(registry);
        counter("aurora.inventory.models.added", provider, status -> status.counts()
                        .added())
                .description("Models that came, those of the first list included")
                .register(registry);
        counter("aurora.inventory.models.gone", provider, status -> status.counts()
                        .gone())
                .description("Models that went")
                .register(registry);
    }

    private static double lastSuccess(ProviderStatus status) {
        return status.knowledge()
                .flatMap(ProviderKnowledge::learnedAt)
                .map(Instant::toEpochMilli)
                .map(millis -> millis / MILLIS_A_SECOND)
                .orElse(Double.NaN);
    }

    private Gauge.Builder<ProviderMeters> gauge(String name, String provider, ToDoubleFunction<ProviderStatus> value) {
        return Gauge.builder(name, this, meters -> meters.last(provider, value)).tag("provider", provider);
    }

    private FunctionCounter.Builder<ProviderMeters> counter(
            String name, String provider, ToDoubleFunction<ProviderStatus> value) {
        return FunctionCounter.builder(name, this, meters -> meters.last(provider, value))
                .tag("provider", provider);
    }

    private double last(String provider, ToDoubleFunction<ProviderStatus> value) {
        ProviderStatus status = seen.get(provider);
        return status == null ? Double.NaN : value.applyAsDouble(status);
    }
}
