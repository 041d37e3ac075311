package org.aurora.gateway.inbound;

import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What to do when an answer could not be written: nothing but a note, since its reader has left. */
final class LostAnswerHandler implements ExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(LostAnswerHandler.class);

    @Override
    public void handleException(Throwable exception) {
        LOG.debug("An answer was not delivered", exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        LOG.debug("An answer was not delivered: {}", message, exception);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        LOG.debug("An answer was not delivered: {}", message, exception);
    }
}
