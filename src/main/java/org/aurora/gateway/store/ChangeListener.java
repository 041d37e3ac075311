package org.aurora.gateway.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for PostgreSQL to say that another replica changed something. It only makes the news come sooner: the timer
 * asks every second all the same, so a listener that is cut off loses nothing. It reconnects by itself.
 */
public final class ChangeListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeListener.class);
    private static final int WAIT_MILLIS = 5_000;
    private static final long RECONNECT_MILLIS = 1_000;

    private final DatabaseAddress address;
    private final Runnable changed;
    private final Thread thread = new Thread(this::listen, "settings-listener");
    private final CountDownLatch closing = new CountDownLatch(1);

    /**
     * @param changed called on the listener's own thread; may block
     */
    public ChangeListener(DatabaseAddress address, Runnable changed) {
        this.address = address;
        this.changed = changed;
        thread.setDaemon(true);
    }

    /** Begins to listen, in a thread of its own. */
    public void start() {
        thread.start();
    }

    private void listen() {
        while (!closed()) {
            try (Connection connection = DriverManager.getConnection(address.jdbcUrl(), properties())) {
                listenOn(connection);
            } catch (SQLException | RuntimeException e) {
                LOG.debug("Listening was interrupted", e);
                pause();
            }
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        address.user().ifPresent(user -> properties.setProperty("user", user));
        address.password().ifPresent(password -> properties.setProperty("password", password.reveal()));
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "aurora-listener");
        return properties;
    }

    private void listenOn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN aurora_settings");
        }
        PGConnection notified = connection.unwrap(PGConnection.class);
        while (!closed()) {
            PGNotification[] news = notified.getNotifications(WAIT_MILLIS);
            if (news != null && news.length > 0) {
                changed.run();
            } else if (!connection.isValid(2)) {
                return;
            }
        }
    }

    private void pause() {
        try {
            closing.await(RECONNECT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closing.countDown();
        }
    }

    private boolean closed() {
        return closing.getCount() == 0;
    }

    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
    }
}
