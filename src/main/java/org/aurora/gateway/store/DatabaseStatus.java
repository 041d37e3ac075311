package org.aurora.gateway.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the database answered when it was last asked. Logs when that changes. */
public final class DatabaseStatus {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseStatus.class);

    private volatile boolean available;
    private volatile boolean asked;

    /** It answered. */
    public void answered() {
        if (asked && !available) {
            LOG.info("The database answers again");
        }
        asked = true;
        available = true;
    }

    /** It did not. The cause is logged once, without its text, which may hold an address. */
    public void failed(Throwable cause) {
        if (!asked || available) {
            LOG.warn(
                    "The database does not answer ({}); settings stay as they are and cannot be changed",
                    cause.getClass().getSimpleName());
            LOG.debug("The database does not answer", cause);
        }
        asked = true;
        available = false;
    }

    /** Whether it was asked and did not answer. */
    public boolean away() {
        return asked && !available;
    }

    public boolean available() {
        return available;
    }
}
