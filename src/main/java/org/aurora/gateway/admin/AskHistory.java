package org.aurora.gateway.admin;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.journal.SettingKind;

/** Reads which changes are asked for. Sets the variable {@code history}. */
public final class AskHistory implements Processor {
    private static final int MOST = 200;
    private static final int USUAL = 50;

    @Override
    public void process(Exchange exchange) {
        AdminRequest request = AdminRequest.of(exchange).allowingParameters(Set.of("kind", "name", "limit", "before"));
        String kind = request.parameter("kind").orElse("");
        if (!kind.isEmpty() && SettingKind.of(kind).isEmpty()) {
            throw AdminRequest.bad("The query parameter kind must be one of "
                    + Arrays.stream(SettingKind.values()).map(SettingKind::text).collect(Collectors.joining(", "))
                    + ".");
        }
        exchange.setVariable(
                "history",
                new HistoryQuery(
                        request.number("before", 1, Long.MAX_VALUE).orElse(Long.MAX_VALUE),
                        kind,
                        name(request),
                        request.number("limit", 1, MOST).orElse((long) USUAL).intValue()));
    }

    private static String name(AdminRequest request) {
        String name = request.parameter("name").orElse("");
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw AdminRequest.bad("The query parameter name holds a control character, which no name does.");
        }
        return name;
    }
}
