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
        AdminRequest request =
                AdminRequest.of(exchange).allowingParameters(Set.of("kind", "name", "actor", "limit", "before"));
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
                        text(request, "name"),
                        text(request, "actor"),
                        request.number("limit", 1, MOST).orElse((long) USUAL).intValue()));
    }

    private static String text(AdminRequest request, String parameter) {
        String text = request.parameter(parameter).orElse("");
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw AdminRequest.bad(
                    "The query parameter " + parameter + " holds a control character, which no name does.");
        }
        return text;
    }
}
