package org.aurora.gateway.pricelist;

import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Looks whether the public list of prices has changed. It may wait for an answer, on the timer's own thread. */
public final class RefreshModelList implements Processor {
    private final Optional<ModelList> list;

    public RefreshModelList(Optional<ModelList> list) {
        this.list = list;
    }

    @Override
    public void process(Exchange exchange) {
        list.ifPresent(ModelList::refresh);
    }
}
