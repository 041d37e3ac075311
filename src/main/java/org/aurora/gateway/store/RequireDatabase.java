package org.aurora.gateway.store;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;

/**
 * Turns away at once what needs the database while it is known to be away, so that nobody waits for a connection. The
 * watch asks it every second and so learns when it is back.
 */
public final class RequireDatabase implements Processor {
    private final DatabaseStatus status;

    public RequireDatabase(DatabaseStatus status) {
        this.status = status;
    }

    @Override
    public void process(Exchange exchange) {
        if (status.away()) {
            throw new GatewayException(ErrorCode.DATABASE_UNAVAILABLE, ReportDatabaseAway.NOTHING_CHANGED);
        }
    }
}
