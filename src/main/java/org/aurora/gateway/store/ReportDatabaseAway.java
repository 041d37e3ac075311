package org.aurora.gateway.store;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.aurora.gateway.inbound.ErrorAnswer;

/** Notes that the database does not answer, and says so to whoever waits for it. */
public final class ReportDatabaseAway implements Processor {
    private final DatabaseStatus status;

    public ReportDatabaseAway(DatabaseStatus status) {
        this.status = status;
    }

    @Override
    public void process(Exchange exchange) {
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        status.failed(cause);
        exchange.getMessage()
                .setBody(ErrorAnswer.of(new GatewayException(
                        ErrorCode.DATABASE_UNAVAILABLE,
                        "The settings database does not answer. Nothing was changed; try again later.")));
    }
}
