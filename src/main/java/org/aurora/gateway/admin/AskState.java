package org.aurora.gateway.admin;

import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.live.LiveSettings;
import org.aurora.gateway.live.SettingsState;

/**
 * Reads which state of the settings is asked for: the one in force, or, with {@code ?at=}, that of a revision. Sets the
 * variable {@code settings}, or {@code revision} where the journal has to be read for it.
 */
public final class AskState implements Processor {
    private final LiveSettings live;

    public AskState(LiveSettings live) {
        this.live = live;
    }

    @Override
    public void process(Exchange exchange) {
        SettingsState now = live.state();
        Optional<Long> at = AdminRequest.of(exchange)
                .allowingParameters(Set.of("at"))
                .number("at", 0, now.journal().revision());
        if (at.isPresent()) {
            exchange.setVariable("revision", at.get());
        } else {
            exchange.setVariable("settings", now);
        }
    }
}
