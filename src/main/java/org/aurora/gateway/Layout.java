package org.aurora.gateway;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.aurora.gateway.provider.Provider;

/**
 * Where the files are that make the product.
 *
 * @param home the folder with {@code routes}, {@code kamelets} and {@code config}
 * @param custom the integrators' folder; need not exist
 */
record Layout(Path home, Path custom) {
    Path applicationProperties() {
        return home.resolve("config/application.properties");
    }

    /** The folders with routes: the product's own, and the integrator's where there is one. */
    List<Path> routeFolders() {
        return List.of(home.resolve("routes"), custom.resolve("routes"));
    }

    /** What Camel loads as routes. A folder that does not exist is left out, since Camel would refuse to start. */
    String routes() {
        return patterns(routeFolders(), "/**/*" + RouteFiles.SUFFIX);
    }

    /** Where Camel looks for kamelets: the first hit wins, so an integrator's comes first. */
    String kamelets() {
        return patterns(kameletFolders(), "");
    }

    /** The file that defines a kamelet. */
    Optional<Path> kamelet(String name) {
        return kameletFolders().stream()
                .map(folder -> folder.resolve(name + ".kamelet.yaml"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Refuses to start with a provider whose type nobody can speak to. */
    void requireKamelets(List<Provider> providers) {
        for (Provider provider : providers) {
            if (provider.on()) {
                Path file = kamelet(provider.kamelet()).orElseThrow(() -> withoutKamelet(provider));
                new YamlFile(file, shown(file)).requireDistinctKeys();
            }
        }
    }

    private StartFailure withoutKamelet(Provider provider) {
        return new StartFailure("provider " + provider.name() + " has the type \"" + provider.type()
                + "\", but there is no " + provider.kamelet() + ".kamelet.yaml in " + shown(home.resolve("kamelets"))
                + " or " + shown(custom.resolve("kamelets")));
    }

    /** A path as an operator would write it: what lies in the home is relative to it. */
    String shown(Path path) {
        Path normal = path.toAbsolutePath().normalize();
        Path base = home.toAbsolutePath().normalize();
        return normal.startsWith(base) && !normal.equals(base)
                ? base.relativize(normal).toString()
                : normal.toString();
    }

    private List<Path> kameletFolders() {
        return List.of(custom.resolve("kamelets"), home.resolve("kamelets"));
    }

    private static String patterns(List<Path> folders, String suffix) {
        return String.join(
                ",",
                folders.stream()
                        .filter(Files::isDirectory)
                        .map(folder -> "file:" + folder + suffix)
                        .toList());
    }
}
