package org.aurora.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that routes are read from. */
final class RouteFiles {
    static final String SUFFIX = ".camel.yaml";

    private final Layout layout;

    RouteFiles(Layout layout) {
        this.layout = layout;
    }

    /**
     * Refuses what Camel would pass over in silence.
     *
     * @throws StartFailure naming the folder, where there are no routes of the gateway's own, or the file
     */
    void requireRoutes() {
        Path own = layout.routeFolders().get(0);
        if (in(own).isEmpty()) {
            throw new StartFailure("there are no " + SUFFIX + " files in " + own + ", where the gateway's routes are");
        }
        all().forEach(file -> new YamlFile(file, layout.shown(file)).requireRoutes());
    }

    /** Where an id is written, as {@code routes/ops.camel.yaml line 3}. */
    List<String> placesOf(String id) {
        Pattern written = Pattern.compile("(?:^|[\\s{,-])id:\\s*([\"']?)" + Pattern.quote(id) + "\\1\\s*(?:[,}#].*)?$");
        List<String> places = new ArrayList<>();
        for (Path file : all()) {
            List<String> lines = lines(file);
            for (int line = 0; line < lines.size(); line++) {
                if (written.matcher(lines.get(line)).find()) {
                    places.add(layout.shown(file) + " line " + (line + 1));
                }
            }
        }
        return places;
    }

    private List<Path> all() {
        return layout.routeFolders().stream()
                .flatMap(folder -> in(folder).stream())
                .toList();
    }

    private static List<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StartFailure("cannot read the folder " + folder, e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
