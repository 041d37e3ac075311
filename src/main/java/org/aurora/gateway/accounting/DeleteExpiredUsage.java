package org.aurora.gateway.accounting;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Deletes recorded calls and sums whose time is over; where the database is away, the next time. */
public final class DeleteExpiredUsage implements Processor {
    private static final Logger LOG = LoggerFactory.getLogger(DeleteExpiredUsage.class);

    private final Retention retention;

    public DeleteExpiredUsage(Retention retention) {
        this.retention = retention;
    }

    @Override
    public void process(Exchange exchange) {
        try {
            retention.run();
        } catch (DataAccessException | TransactionException | FlywayException e) {
            LOG.warn("Cannot delete old calls now ({})", e.getClass().getSimpleName());
            LOG.debug("Cannot delete old calls now", e);
        }
    }
}
