package org.aurora.gateway.store;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.live.LiveSettings;

/** Keeps the state in force as a file, where the database may be away at the next start. */
public final class KeepSettings implements Processor {
    private final KeptSettings kept;
    private final LiveSettings live;

    public KeepSettings(KeptSettings kept, LiveSettings live) {
        this.kept = kept;
        this.live = live;
    }

    @Override
    public void process(Exchange exchange) {
        kept.keep(live.state().journal());
    }
}
