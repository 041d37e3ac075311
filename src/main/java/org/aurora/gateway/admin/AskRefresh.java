package org.aurora.gateway.admin;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.discovery.InventoryBook;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.aurora.gateway.provider.Provider;
import org.aurora.gateway.settings.RefreshDocument;

/**
 * Reads which providers are to be asked for their models. Sets {@code refreshed}, their names, and {@code refreshedAt};
 * the body becomes those of them that are asked at all.
 */
public final class AskRefresh implements Processor {
    private final InventoryBook book;
    private final Clock clock;

    public AskRefresh(InventoryBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        AdminRequest.of(exchange).allowingParameters(Set.of());
        Optional<String> name = RefreshDocument.provider(AdminBody.optionalJson(exchange));
        List<Provider> chosen = name.isPresent() ? List.of(required(name.get())) : book.providers();
        exchange.setVariable("refreshed", chosen.stream().map(Provider::name).toList());
        exchange.setVariable("refreshedAt", clock.instant());
        exchange.getMessage().setBody(chosen.stream().filter(book::asks).toList());
    }

    private Provider required(String name) {
        return book.provider(name)
                .orElseThrow(() -> new GatewayException(
                        ErrorCode.NOT_FOUND,
                        "No provider of that name is configured; see /admin/api/v1/providers/status."));
    }
}
