package org.aurora.gateway.contract;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL server, which can be stopped and started again with its data and on its port. */
final class PostgresServer implements AutoCloseable {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final int port;
    private final Path data;
    private Optional<EmbeddedPostgres> running = Optional.empty();

    private PostgresServer(int port, Path data) {
        this.port = port;
        this.data = data;
    }

    /** One that all tests of this process use together, running until it ends. */
    static PostgresServer shared() {
        return Shared.SERVER;
    }

    /** One that a test may stop; not started. */
    static PostgresServer stopped() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new PostgresServer(socket.getLocalPort(), Files.createTempDirectory("aurora-postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PostgresServer start() {
        try {
            running = Optional.of(EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .start());
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        running.ifPresent(server -> {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        running = Optional.empty();
    }

    /** The database that every server has, whether or not it runs now. */
    TestDatabase ownDatabase() {
        return new Postgres(url("postgres"));
    }

    TestDatabase fresh() {
        String name = "aurora_" + DATABASES.incrementAndGet();
        ownDatabase().execute("CREATE DATABASE " + name);
        return new Postgres(url(name));
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres";
    }

    @Override
    public void close() {
        stop();
    }

    private static final class Shared {
        private static final PostgresServer SERVER = stopped().start();
    }

    private record Postgres(String url) implements TestDatabase {
        @Override
        public Map<String, String> environment() {
            return Map.of("AURORA_DATABASE_URL", url);
        }

        @Override
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url);
        }

        /** It goes with its server. */
        @Override
        public void close() {}
    }
}
