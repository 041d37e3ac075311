package org.aurora.gateway.admin;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.aurora.gateway.inbound.ErrorAnswer;
import org.aurora.gateway.settings.ConfigurationException;

/** Answers a document that cannot be read with its line, the key and what is allowed there. */
public final class ReportBadDocument implements Processor {
    @Override
    public void process(Exchange exchange) {
        ConfigurationException mistake = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, ConfigurationException.class);
        exchange.getMessage()
                .setBody(ErrorAnswer.of(
                        new GatewayException(ErrorCode.INVALID_REQUEST, String.valueOf(mistake.getMessage()))));
    }
}
