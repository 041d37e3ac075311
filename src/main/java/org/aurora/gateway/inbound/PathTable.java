package org.aurora.gateway.inbound;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;

/** Which route serves which path and method, as of now. A literal path wins, then the most specific pattern. */
final class PathTable {
    private final Map<String, List<RouteEntrance>> literal = new HashMap<>();
    private final List<RouteEntrance> patterns = new ArrayList<>();

    private PathTable(Collection<RouteEntrance> entrances) {
        for (RouteEntrance entrance : entrances) {
            if (entrance.path().literal()) {
                literal.computeIfAbsent(entrance.path().text(), unused -> new ArrayList<>())
                        .add(entrance);
            } else {
                patterns.add(entrance);
            }
        }
        patterns.sort(Comparator.comparingInt(
                        (RouteEntrance entrance) -> entrance.path().literalLength())
                .reversed());
    }

    static PathTable of(Collection<RouteEntrance> entrances) {
        return new PathTable(entrances);
    }

    Optional<RouteEntrance> find(String method, String path) {
        for (RouteEntrance entrance : at(path)) {
            if (entrance.serves(method)) {
                return Optional.of(entrance);
            }
        }
        return Optional.empty();
    }

    Optional<GatewayException> refuse(String method, String path) {
        List<RouteEntrance> there = at(path);
        if (there.isEmpty()) {
            return Optional.of(new GatewayException(
                    ErrorCode.NOT_FOUND,
                    "Nothing is served at this path. The chat endpoint is POST /v1/chat/completions."));
        }
        if (there.stream().anyMatch(entrance -> entrance.serves(method))) {
            return Optional.empty();
        }
        String allow = String.join(", ", allowed(there));
        return Optional.of(new GatewayException(
                        ErrorCode.METHOD_NOT_ALLOWED, "This path does not serve that method. Use: " + allow + ".")
                .withHeader("Allow", allow));
    }

    private static Set<String> allowed(List<RouteEntrance> there) {
        return there.stream()
                .flatMap(entrance -> entrance.methods().stream())
                .flatMap(method -> "GET".equals(method) ? Stream.of("GET", "HEAD") : Stream.of(method))
                .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }

    private List<RouteEntrance> at(String path) {
        List<RouteEntrance> there = literal.get(path);
        if (there != null) {
            return there;
        }
        return patterns.stream()
                .filter(entrance -> entrance.path().matches(path))
                .toList();
    }
}
