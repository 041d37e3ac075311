package org.aurora.gateway.arch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The routes of a YAML file, as they are written. */
final class RouteFile {
    private static final YAMLMapper YAML = new YAMLMapper();

    /** A route with all its steps, those inside other steps too, in the order written. */
    record Route(String id, String description, List<Step> steps) {}

    /** A step: what it is, such as {@code process}, and what is said of it. */
    record Step(String kind, String id, String description) {}

    private RouteFile() {}

    static List<Route> routesBelow(Path folder) throws IOException {
        List<Route> routes = new ArrayList<>();
        for (Path file : files(folder, ".camel.yaml")) {
            for (JsonNode entry : YAML.readTree(file.toFile())) {
                if (entry.has("route")) {
                    routes.add(route(entry.get("route")));
                }
            }
        }
        return routes;
    }

    static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private static Route route(JsonNode route) {
        List<Step> steps = new ArrayList<>();
        collect(route.path("from"), steps);
        return new Route(text(route, "id"), text(route, "description"), steps);
    }

    private static void collect(JsonNode parent, List<Step> into) {
        for (JsonNode step : parent.path("steps")) {
            for (Map.Entry<String, JsonNode> entry : step.properties()) {
                JsonNode body = entry.getValue();
                into.add(new Step(entry.getKey(), text(body, "id"), text(body, "description")));
                collect(body, into);
                body.path("when").forEach(branch -> collect(branch, into));
                collect(body.path("otherwise"), into);
            }
        }
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText();
    }
}
