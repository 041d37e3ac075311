package org.aurora.gateway.route;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.chat.ModelFields;
import org.aurora.gateway.metering.CallRecord;
import org.aurora.gateway.resolve.RequestedModel;
import org.aurora.gateway.resolve.Resolution;
import org.aurora.gateway.resolve.Resolver;
import org.aurora.gateway.resolve.Snapshot;

/**
 * Finds what the name stands for. Sets {@code snapshot}, on which this request is decided to its end, and
 * {@code resolution}.
 */
public final class ResolveModel implements Processor {
    private final Supplier<Snapshot> current;
    private final Consumer<String> unknownModelOf;

    /**
     * @param unknownModelOf told the name of a provider of which a model was named that is not known; must not block
     */
    public ResolveModel(Supplier<Snapshot> current, Consumer<String> unknownModelOf) {
        this.current = current;
        this.unknownModelOf = unknownModelOf;
    }

    @Override
    public void process(Exchange exchange) {
        ModelFields fields = Variables.required(exchange, Variables.REQUEST, ModelRequest.class)
                .fields();
        Snapshot snapshot = current.get();
        exchange.setVariable(Variables.SNAPSHOT, snapshot);
        CallRecord.of(exchange).ifPresent(record -> record.pricedBy(snapshot.pricing()));
        Resolution resolution = Resolver.resolve(snapshot, new RequestedModel(fields.model(), fields.provider()));
        exchange.setVariable(Variables.RESOLUTION, resolution);
        if (resolution instanceof Resolution.NotFound) {
            snapshot.providerNamedBy(resolution.originalModel()).ifPresent(unknownModelOf);
        }
    }
}
