package org.aurora.gateway.store;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.journal.SettingChange;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds changes to the journal, all or none. Their revisions are those after the last one known here; where another
 * process was first, nothing is added and the route has to look again. Sets the variable {@code inserted}.
 */
public final class InsertChanges implements Processor {
    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final String insert = SqlFile.read("journal/insert-change.sql");

    public InsertChanges(Database database) {
        jdbc = new NamedParameterJdbcTemplate(database.dataSource());
        transaction = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
    }

    @Override
    public void process(Exchange exchange) {
        if (exchange.getVariable("dryRun", false, Boolean.class)) {
            exchange.setVariable("inserted", true);
            return;
        }
        List<?> changes = exchange.getVariable("changes", List.class);
        Boolean inserted = transaction.execute(status -> {
            exchange.setVariable("writing", true);
            for (Object change : changes) {
                if (jdbc.update(insert, ChangeRow.columns((SettingChange) change)) == 0) {
                    status.setRollbackOnly();
                    return false;
                }
            }
            return true;
        });
        exchange.setVariable("writing", false);
        exchange.setVariable("inserted", Boolean.TRUE.equals(inserted));
    }
}
