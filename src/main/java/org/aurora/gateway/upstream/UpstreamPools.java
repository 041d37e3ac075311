package org.aurora.gateway.upstream;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import reactor.netty.resources.ConnectionPoolMetrics;
import reactor.netty.resources.ConnectionProvider;

/** The pools of connections to providers: one for each host and port, and more where their connections differ. */
public final class UpstreamPools implements ConnectionProvider.MeterRegistrar {
    private final Map<Key, ConnectionPoolMetrics> pools = new ConcurrentHashMap<>();

    private record Key(String id, SocketAddress address) {}

    @Override
    public void registerMetrics(String name, String id, SocketAddress address, ConnectionPoolMetrics pool) {
        pools.put(new Key(id, address), pool);
    }

    @Override
    public void deRegisterMetrics(String name, String id, SocketAddress address) {
        pools.remove(new Key(id, address));
    }

    /** Adds up what is asked of all pools towards that host and port. */
    public int sum(String host, int port, ToIntFunction<ConnectionPoolMetrics> asked) {
        return pools.entrySet().stream()
                .filter(pool -> leadsTo(pool.getKey().address(), host, port))
                .mapToInt(pool -> asked.applyAsInt(pool.getValue()))
                .sum();
    }

    private static boolean leadsTo(SocketAddress address, String host, int port) {
        return address instanceof InetSocketAddress internet
                && internet.getPort() == port
                && internet.getHostString().equalsIgnoreCase(host);
    }
}
