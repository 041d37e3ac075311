package org.aurora.gateway.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.pricing.EffectivePrices;
import org.aurora.gateway.pricing.PriceTimeline;
import org.aurora.gateway.resolve.Snapshot;

/**
 * What an operator is shown of one model's price.
 *
 * @param model what the selector names
 * @param known whether the inventory has it
 * @param stored the entries under exactly this selector
 * @param base what the weaker layers say
 * @param effective what holds now
 * @param warnings sentences about what the writer may not have meant
 */
record PriceView(
        ProviderModel model,
        boolean known,
        PriceTimeline stored,
        EffectivePrices base,
        EffectivePrices effective,
        List<String> warnings) {

    /** Whether there is anything to show: the model is known, or something is stored about it. */
    static boolean exists(Snapshot snapshot, String selector) {
        return snapshot.pricing().stored(selector).isPresent()
                || (selector.indexOf('/') > 0 && snapshot.inventory().has(modelOf(selector)));
    }

    /** One that exists. */
    static PriceView of(Snapshot snapshot, String selector, Instant now) {
        ProviderModel model = modelOf(selector);
        boolean known = snapshot.inventory().has(model);
        List<String> warnings = new ArrayList<>();
        if (snapshot.provider(model.provider()).isEmpty()) {
            warnings.add("No provider is called '" + model.provider() + "', so that no call is charged by this.");
        } else if (!known) {
            warnings.add("No model of this name is known today.");
        }
        return new PriceView(
                model,
                known,
                snapshot.pricing().stored(selector).orElse(PriceTimeline.EMPTY),
                snapshot.pricing().base(model),
                snapshot.pricing().effective(model, now),
                warnings);
    }

    /** The selectors of every known model, and those that something is stored about; sorted by UTF-16 code units. */
    static Stream<String> selectors(Snapshot snapshot) {
        TreeSet<String> selectors = new TreeSet<>();
        snapshot.inventory()
                .entries()
                .forEach(entry -> selectors.add(entry.model().selector()));
        snapshot.pricing().storedSelectors().forEach(selectors::add);
        return selectors.stream();
    }

    private static ProviderModel modelOf(String selector) {
        int slash = selector.indexOf('/');
        return new ProviderModel(selector.substring(0, slash), selector.substring(slash + 1));
    }
}
