package org.aurora.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aurora.gateway.Gateway;
import org.jspecify.annotations.Nullable;

/** A whole gateway with the product's own routes and kamelets, on a free port of the loopback interface. */
public final class RunningGateway implements AutoCloseable {
    public static final String MASTER_KEY = "test-master-key-0123456789";

    private final Map<String, String> variables;
    private final int port;
    private final Path home;
    private Gateway gateway;

    private RunningGateway(Map<String, String> variables, int port, Path home) {
        this.variables = variables;
        this.port = port;
        this.home = home;
        this.gateway = Gateway.start(variables, home);
    }

    public static Setup with(String yaml) {
        return new Setup(yaml);
    }

    /** A gateway with the one provider {@code up} of the type openai, which has the models gpt-x and a/b. */
    public static RunningGateway inFrontOf(TestUpstream upstream) {
        return with(yamlFor(upstream)).start();
    }

    /** The YAML of {@link #inFrontOf}; more top-level sections may be appended. */
    public static String yamlFor(TestUpstream upstream) {
        return """
                providers:
                  up:
                    type: openai
                    base_url: "%s"
                    api_key: sk-upstream-secret
                    models: [gpt-x, "a/b"]
                """.formatted(upstream.baseUrl());
    }

    public int port() {
        return port;
    }

    /** An absolute URI for a path that begins with a slash. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    /** How many requests are not answered to their last byte. */
    public int openCalls() {
        return gateway.openCalls();
    }

    /** The folder that holds this gateway's own copy of routes, kamelets, config, custom and data. */
    public Path home() {
        return home;
    }

    /** Stops it and keeps its folder and its port for {@link #startAgain}. */
    public void stop() {
        gateway.close();
    }

    /** Starts it once more after {@link #stop}, with another value for one variable of its environment. */
    public void startAgain(String variable, String value) {
        variables.put(variable, value);
        gateway = Gateway.start(variables, home);
    }

    @Override
    public void close() {
        gateway.close();
        deleteTree(home);
    }

    /** What is configured before the start. */
    public static final class Setup {
        private final String yaml;
        private final Map<String, String> environment = new LinkedHashMap<>();
        private final Map<String, String> files = new LinkedHashMap<>();
        private final Map<String, String> properties = new LinkedHashMap<>();
        private final List<String> missing = new ArrayList<>();
        private boolean polls;

        private Setup(String yaml) {
            this.yaml = yaml;
        }

        public Setup environment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        /**
         * Has providers with a configured list asked for their models, as they are unless something else is configured.
         * Tests of other things expect no such requests, so by default the lists alone count there.
         */
        public Setup polling() {
            polls = true;
            return this;
        }

        /** Several variables at once. */
        public Setup environment(Map<String, String> variables) {
            environment.putAll(variables);
            return this;
        }

        /** A further file, or another content for one of the product's own; the path is relative to the home. */
        public Setup file(String path, String content) {
            files.put(path, content);
            return this;
        }

        /** A key of config/application.properties. */
        public Setup property(String key, String value) {
            properties.put(key, value);
            return this;
        }

        /** Leaves out one of the product's own folders or files; the path is relative to the home. */
        public Setup without(String path) {
            missing.add(path);
            return this;
        }

        /**
         * Starts it.
         *
         * @throws org.aurora.gateway.StartFailure when it cannot
         */
        public RunningGateway start() {
            try {
                return startIn(Files.createTempDirectory("aurora-test"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private RunningGateway startIn(Path home) throws IOException {
            int port = freePort();
            layOut(home);
            try {
                return new RunningGateway(variables(port), port, home);
            } catch (RuntimeException e) {
                deleteTree(home);
                throw e;
            }
        }

        /** What is in the environment of such a gateway. */
        public Map<String, String> variables(int port) {
            Map<String, String> all = new LinkedHashMap<>();
            all.put("AURORA_MASTER_KEY", MASTER_KEY);
            all.put("AURORA_PORT", Integer.toString(port));
            if (!polls) {
                all.put("CONFIGURED_PROVIDER_MODELS_MODE", "allowlist");
            }
            all.putAll(environment);
            return all;
        }

        /** Fills a home for a gateway that somebody else starts. */
        public void layOut(Path home) throws IOException {
            copyTree(Path.of("routes"), home.resolve("routes"));
            copyTree(Path.of("kamelets"), home.resolve("kamelets"));
            Files.createDirectories(home.resolve("config"));
            StringBuilder application = new StringBuilder(Files.readString(Path.of("config/application.properties")));
            properties.forEach((key, value) ->
                    application.append(key).append(" = ").append(value).append('\n'));
            Files.writeString(home.resolve("config/application.properties"), application);
            Files.writeString(home.resolve("config/aurora.yaml"), yaml);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = home.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            for (String path : missing) {
                deleteTree(home.resolve(path));
            }
        }
    }

    /** A port that nobody listens on now. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static void deleteTree(Path root) {
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
