package org.aurora.gateway.accounting;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aurora.gateway.pricing.Unit;

/** What a call used besides tokens, as one column: {@code images=2 pages=1}. */
final class UnitsText {
    private UnitsText() {}

    static Optional<String> of(Map<Unit, BigDecimal> units) {
        return units.isEmpty()
                ? Optional.empty()
                : Optional.of(units.entrySet().stream()
                        .map(used -> used.getKey().name().toLowerCase(Locale.ROOT) + "=" + used.getValue())
                        .collect(Collectors.joining(" ")));
    }

    static Map<Unit, BigDecimal> read(Optional<String> text) {
        Map<Unit, BigDecimal> units = new EnumMap<>(Unit.class);
        for (String used : text.map(all -> all.split(" ")).orElse(new String[0])) {
            int equals = used.indexOf('=');
            units.put(
                    Unit.valueOf(used.substring(0, equals).toUpperCase(Locale.ROOT)),
                    new BigDecimal(used.substring(equals + 1)));
        }
        return units;
    }
}
