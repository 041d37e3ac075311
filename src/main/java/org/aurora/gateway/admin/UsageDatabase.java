package org.aurora.gateway.admin;

import java.util.function.Supplier;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Asks the database of recorded calls, which may be another one than that of the settings. */
final class UsageDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(UsageDatabase.class);

    private UsageDatabase() {}

    /** @throws GatewayException {@link ErrorCode#DATABASE_UNAVAILABLE} where it does not answer */
    static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (DataAccessException | TransactionException | FlywayException e) {
            LOG.warn(
                    "The database of recorded calls does not answer ({})",
                    e.getClass().getSimpleName());
            LOG.debug("The database of recorded calls does not answer", e);
            throw new GatewayException(
                    ErrorCode.DATABASE_UNAVAILABLE,
                    "The database of recorded calls does not answer. Calls go on and are kept; ask again later.");
        }
    }
}
