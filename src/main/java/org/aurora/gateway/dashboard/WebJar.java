package org.aurora.gateway.dashboard;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A library of the browser's: where a jar has it, and what of it pages load.
 *
 * @param known a file in it, by which it is found
 * @param place what it lies under below {@code lib/}
 * @param loaded files, and folders where they end in a slash
 */
record WebJar(String artifact, String known, String place, List<String> loaded) {
    static final List<WebJar> ALL = List.of(
            new WebJar("lit", "index.js", "lit/", List.of("index.js", "directives/")),
            new WebJar(
                    "lit-html",
                    "lit-html.js",
                    "lit-html/",
                    List.of(
                            "lit-html.js",
                            "is-server.js",
                            "directive.js",
                            "directive-helpers.js",
                            "async-directive.js",
                            "directives/")),
            new WebJar("lit-element", "lit-element.js", "lit-element/", List.of("lit-element.js")),
            new WebJar(
                    "lit__reactive-element",
                    "reactive-element.js",
                    "reactive-element/",
                    List.of("reactive-element.js", "css-tag.js")),
            new WebJar("uplot", "dist/uPlot.esm.js", "uplot/", List.of("dist/uPlot.esm.js", "dist/uPlot.min.css")));

    /** Scripts and style sheets by their path. */
    Map<String, byte[]> files() {
        String folder = "/META-INF/resources/webjars/" + artifact + "/" + ClassPathFiles.webJarVersion(artifact);
        Map<String, byte[]> files = new TreeMap<>();
        ClassPathFiles.below(folder, known).forEach((path, bytes) -> {
            if (isLoaded(path)) {
                files.put("lib/" + place + path, bytes);
            }
        });
        return files;
    }

    private boolean isLoaded(String path) {
        return loaded.stream().anyMatch(it -> it.endsWith("/") ? path.startsWith(it) : path.equals(it));
    }
}
