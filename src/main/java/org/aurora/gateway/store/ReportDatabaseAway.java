package org.aurora.gateway.store;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.aurora.gateway.inbound.ErrorAnswer;
import org.springframework.jdbc.BadSqlGrammarException;

/** Notes that the database does not answer, and says so to whoever waits for it. */
public final class ReportDatabaseAway implements Processor {
    static final String NOTHING_CHANGED =
            "The settings database does not answer. Nothing was changed; try again later.";

    private static final String OUTCOME_UNKNOWN =
            "The settings database broke off while it wrote. Whether the change was made is not known: look before you"
                    + " try again.";

    private final Database database;
    private final DatabaseStatus status;

    public ReportDatabaseAway(Database database, DatabaseStatus status) {
        this.database = database;
        this.status = status;
    }

    @Override
    public void process(Exchange exchange) {
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        status.failed(cause);
        if (cause instanceof BadSqlGrammarException) {
            database.forgetTables();
        }
        boolean writing = exchange.getVariable("writing", false, Boolean.class);
        exchange.getMessage()
                .setBody(ErrorAnswer.of(new GatewayException(
                        ErrorCode.DATABASE_UNAVAILABLE, writing ? OUTCOME_UNKNOWN : NOTHING_CHANGED)));
    }
}
