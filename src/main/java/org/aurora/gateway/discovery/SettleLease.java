package org.aurora.gateway.discovery;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.sql.SqlConstants;

/** Notes whether the bid in {@code leaseBid} was won. */
public final class SettleLease implements Processor {
    private final SharedInventory shared;

    public SettleLease(SharedInventory shared) {
        this.shared = shared;
    }

    @Override
    public void process(Exchange exchange) {
        int rows = exchange.getMessage().getHeader(SqlConstants.SQL_UPDATE_COUNT, 0, Integer.class);
        shared.settle(exchange.getVariable("leaseBid", LeaseBid.class), rows == 1);
    }
}
