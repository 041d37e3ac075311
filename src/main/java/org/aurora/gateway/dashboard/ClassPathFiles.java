package org.aurora.gateway.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What lies on the class path, in folders and in jars alike. For the start alone: no name from a request comes here. */
final class ClassPathFiles {
    private ClassPathFiles() {}

    /**
     * Every file below a folder, by its path relative to it.
     *
     * @param folder absolute, without a slash at its end
     * @param known a file in it, by which it is found
     */
    static Map<String, byte[]> below(String folder, String known) {
        URL url = required(folder + "/" + known);
        try {
            if (!(url.openConnection() instanceof JarURLConnection jarConnection)) {
                int depth = Path.of(known).getNameCount();
                return read(Path.of(url.toURI()).resolve("../".repeat(depth)).normalize());
            }
            Path jarFile = Path.of(jarConnection.getJarFileURL().toURI());
            try (FileSystem jar = FileSystems.newFileSystem(jarFile)) {
                return read(jar.getPath(folder));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> read(Path root) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        return files;
    }

    /** The version of a WebJar, as its own build wrote it down. */
    static String webJarVersion(String artifact) {
        Properties properties = new Properties();
        try (InputStream file = required("/META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties")
                .openStream()) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "");
    }

    private static URL required(String name) {
        URL url = ClassPathFiles.class.getResource(name);
        if (url == null) {
            throw new IllegalStateException("the class path lacks " + name);
        }
        return url;
    }
}
