package org.aurora.gateway.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.aurora.gateway.provider.Provider;
import org.aurora.gateway.upstream.UpstreamPools;
import reactor.netty.resources.ConnectionPoolMetrics;

/** The pools of connections to providers. Providers behind one host and port share a pool, and a label. */
public final class ConnectionMeters implements MeterBinder {
    private final UpstreamPools pools;
    private final Map<Place, String> providers;

    private record Place(String host, int port) {
        static Place of(URI address) {
            int usual = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
            return new Place(
                    address.getHost().toLowerCase(Locale.ROOT), address.getPort() < 0 ? usual : address.getPort());
        }
    }

    public ConnectionMeters(UpstreamPools pools, List<Provider> providers) {
        this.pools = pools;
        this.providers = providers.stream()
                .filter(provider ->
                        provider.on() && provider.baseUrl().map(URI::getHost).isPresent())
                .collect(Collectors.groupingBy(
                        provider -> provider.baseUrl().map(Place::of).orElseThrow(),
                        Collectors.mapping(Provider::name, Collectors.joining(","))));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        providers.forEach((place, names) -> {
            gauge(place, names, ConnectionPoolMetrics::acquiredSize)
                    .tag("state", "active")
                    .register(registry);
            gauge(place, names, ConnectionPoolMetrics::idleSize)
                    .tag("state", "idle")
                    .register(registry);
            Gauge.builder(
                            "aurora.upstream.pending.acquires",
                            pools,
                            it -> it.sum(place.host(), place.port(), ConnectionPoolMetrics::pendingAcquireSize))
                    .description("Calls that wait for a connection to a provider")
                    .tag("provider", names)
                    .register(registry);
        });
    }

    private Gauge.Builder<UpstreamPools> gauge(Place place, String names, ToIntFunction<ConnectionPoolMetrics> asked) {
        return Gauge.builder("aurora.upstream.connections", pools, it -> it.sum(place.host(), place.port(), asked))
                .description("Connections to a provider, in use or kept for the next call")
                .tag("provider", names);
    }
}
