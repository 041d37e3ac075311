package org.aurora.gateway.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.accounting.Repricing;
import org.aurora.gateway.accounting.UsageQuery.Days;
import org.aurora.gateway.inbound.JsonAnswer;
import org.aurora.gateway.live.LiveSettings;
import org.aurora.gateway.model.Selector;
import org.aurora.gateway.settings.RecalculationDocument;

/** Prices recorded calls anew, and answers with what came of it. */
public final class RecalculatePricing implements Processor {
    private final Repricing repricing;
    private final LiveSettings live;

    public RecalculatePricing(Repricing repricing, LiveSettings live) {
        this.repricing = repricing;
        this.live = live;
    }

    @Override
    public void process(Exchange exchange) {
        AdminRequest.of(exchange).allowingParameters(Set.of());
        RecalculationDocument document = RecalculationDocument.read(AdminBody.json(exchange));
        Repricing.Request request = UsageDatabase.ask(() -> request(document));
        Repricing.Result result = UsageDatabase.ask(() -> repricing.run(request));
        exchange.getMessage()
                .setBody(JsonAnswer.of(HttpResponseStatus.OK, json -> write(json, request.dryRun(), result)));
    }

    private Repricing.Request request(RecalculationDocument document) {
        Days days = new Days(document.start(), document.end());
        Selector selector = Selector.parse(document.selector().orElse(Selector.EVERYTHING), this::isProvider);
        Optional<String> provider = Optional.empty();
        Optional<String> model = Optional.empty();
        if (selector instanceof Selector.WholeProvider whole) {
            provider = Optional.of(whole.provider());
        } else if (selector instanceof Selector.OneModel one) {
            provider = Optional.of(one.model().provider());
            model = Optional.of(one.model().model());
        } else if (selector instanceof Selector.BareName bare) {
            model = Optional.of(bare.name());
        }
        return new Repricing.Request(days, provider, model, document.dryRun(), document.mayUnprice());
    }

    /** Calls of a provider that is not configured any more can be named too. */
    private boolean isProvider(String name) {
        return live.providerNames().contains(name) || repricing.knowsProvider(name);
    }

    private static void write(JsonGenerator json, boolean dryRun, Repricing.Result result) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("dry_run", dryRun);
        json.writeNumberField("rows", result.rows());
        json.writeNumberField("changed", result.changed());
        UsageJson.money(json, "cost_before", result.before().totalCost());
        UsageJson.money(json, "cost_after", result.after().totalCost());
        json.writeNumberField("unpriced_before", result.before().unpriced());
        json.writeNumberField("unpriced_after", result.after().unpriced());
        json.writeNumberField("kept", result.kept());
        json.writeNumberField("rows_gone", result.rowsGone());
        json.writeEndObject();
    }
}
