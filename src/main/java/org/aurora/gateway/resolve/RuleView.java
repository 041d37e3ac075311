package org.aurora.gateway.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aurora.gateway.access.AccessRule;
import org.aurora.gateway.access.RuleScope;
import org.aurora.gateway.model.Layer;
import org.aurora.gateway.model.Selector;

/**
 * What an operator is shown of a rule on one snapshot.
 *
 * @param providerName the provider its text names
 * @param model the model its text names, or the whole text where that is a bare name
 * @param scope what its text reads as
 * @param appliesTo everything that it speaks of: the scope, and {@link RuleScope#ALIAS} too where an alias has exactly
 *     this text
 * @param matches how many concrete models and enabled aliases it speaks of today
 * @param warnings sentences about what its writer may not have meant
 */
public record RuleView(
        AccessRule rule,
        Layer layer,
        Optional<String> providerName,
        Optional<String> model,
        RuleScope scope,
        List<RuleScope> appliesTo,
        int matches,
        List<String> warnings) {

    public RuleView {
        appliesTo = List.copyOf(appliesTo);
        warnings = List.copyOf(warnings);
    }

    /** The rule of exactly that text. */
    public static Optional<RuleView> find(Snapshot snapshot, String selector) {
        return snapshot.rules().find(selector).map(rule -> of(snapshot, rule));
    }

    /** All of them, sorted by their text (UTF-16 code units). */
    public static Stream<RuleView> all(Snapshot snapshot) {
        return snapshot.rules()
                .values()
                .sorted(Comparator.comparing(AccessRule::selector))
                .map(rule -> of(snapshot, rule));
    }

    private static RuleView of(Snapshot snapshot, AccessRule rule) {
        RuleReading reading = RuleReading.of(snapshot, rule.selector());
        Selector selector = snapshot.inventory().read(rule.selector());
        return new RuleView(
                rule,
                snapshot.rules().layerOf(rule.selector()).orElseThrow(),
                providerName(selector),
                model(selector),
                reading.scope(),
                reading.appliesTo(),
                reading.matches(),
                warnings(snapshot, rule, reading));
    }

    private static Optional<String> providerName(Selector selector) {
        if (selector instanceof Selector.WholeProvider whole) {
            return Optional.of(whole.provider());
        }
        return selector instanceof Selector.OneModel one
                ? Optional.of(one.model().provider())
                : Optional.empty();
    }

    private static Optional<String> model(Selector selector) {
        if (selector instanceof Selector.OneModel one) {
            return Optional.of(one.model().model());
        }
        return selector instanceof Selector.BareName bare ? Optional.of(bare.name()) : Optional.empty();
    }

    private static List<String> warnings(Snapshot snapshot, AccessRule rule, RuleReading reading) {
        List<String> warnings = new ArrayList<>();
        if (reading.matches() == 0) {
            warnings.add(nothing(snapshot, rule.selector()));
        }
        if (rule.selector().equals("/") && !rule.enabled()) {
            warnings.add("It denies everything that no narrower rule speaks of, to the master key too.");
        }
        if (!rule.enabled() && rule.userPaths().isPresent()) {
            warnings.add("It denies everyone; its user paths count once it is enabled.");
        }
        return warnings;
    }

    private static String nothing(Snapshot snapshot, String text) {
        if (snapshot.aliases().definitions().find(text).isPresent()) {
            return "The rule matches nothing today: the alias '" + text + "' is disabled.";
        }
        int slash = text.indexOf('/');
        boolean bareWithSlash = slash > 0 && snapshot.inventory().read(text) instanceof Selector.BareName;
        return "The rule matches nothing that is known today"
                + (bareWithSlash ? "; there is no provider '" + text.substring(0, slash) + "'." : ".");
    }
}
