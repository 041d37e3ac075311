package org.aurora.gateway.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** Finds the configuration file and reads it as YAML. */
final class ConfigurationFile {
    private static final String PATH_VARIABLE = "AURORA_CONFIG_PATH";
    private static final String DEFAULT_PATH = "config/aurora.yaml";

    private ConfigurationFile() {}

    /** The whole file; an empty section where it is the default one and does not exist. */
    static YamlSection read(Map<String, String> environment, Path workingDirectory) {
        Placeholders placeholders = Placeholders.of(environment);
        String named = environment.getOrDefault(PATH_VARIABLE, "");
        String name = named.isEmpty() ? DEFAULT_PATH : named;
        Path path = resolve(workingDirectory, name);
        if (named.isEmpty() && Files.notExists(path)) {
            return YamlSection.empty(name, placeholders);
        }
        return YamlParsing.parse(name, content(path, name))
                .map(root -> new YamlValue(name, "", root, placeholders))
                .filter(root -> !root.isNothing())
                .map(YamlValue::section)
                .orElseGet(() -> YamlSection.empty(name, placeholders));
    }

    private static Path resolve(Path workingDirectory, String name) {
        try {
            return workingDirectory.resolve(name);
        } catch (InvalidPathException e) {
            throw WrittenValue.ofVariable(PATH_VARIABLE, name).wrong("the path of a file");
        }
    }

    private static String content(Path path, String name) {
        if (Files.notExists(path)) {
            throw WrittenValue.ofVariable(PATH_VARIABLE, name).wrong("the path of an existing file");
        }
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new ConfigurationException(Place.quote(name) + " must be a file in UTF-8 that the gateway may read");
        }
    }
}
