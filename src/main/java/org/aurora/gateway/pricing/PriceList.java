package org.aurora.gateway.pricing;

import java.util.Map;
import java.util.Optional;

/** The prices of a public list, by type of provider and model id. Immutable. */
public final class PriceList {
    private static final PriceList EMPTY = new PriceList(Map.of());

    private final Map<Entry, Prices> prices;

    private PriceList(Map<Entry, Prices> prices) {
        this.prices = Map.copyOf(prices);
    }

    /** Which model of which type of provider. */
    public record Entry(String type, String model) {}

    public static PriceList empty() {
        return EMPTY;
    }

    public static PriceList of(Map<Entry, Prices> prices) {
        return new PriceList(prices);
    }

    /** The prices listed for exactly that id. */
    Optional<Prices> find(String type, String model) {
        return Optional.ofNullable(prices.get(new Entry(type, model)));
    }

    /** How many models it has prices for. */
    public int size() {
        return prices.size();
    }
}
