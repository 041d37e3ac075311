package org.aurora.gateway.inbound;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;

/** The routers of all ports that routes listen on, which is one port unless an integrator opens more. */
public final class PathRouters {
    private final Map<Integer, PathRouter> routers = new ConcurrentHashMap<>();

    PathRouter at(int port) {
        return routers.computeIfAbsent(port, PathRouters::newRouter);
    }

    private static PathRouter newRouter(int port) {
        PathRouter router = new PathRouter();
        router.init(port);
        return router;
    }

    /** The refusal of a method and path that no route on the port serves; empty when one does. */
    Optional<GatewayException> refuse(int port, String method, String path) {
        PathRouter router = routers.get(port);
        return router == null
                ? Optional.of(new GatewayException(ErrorCode.NOT_FOUND, "Nothing is served at this port any more."))
                : router.refuse(method, path);
    }
}
