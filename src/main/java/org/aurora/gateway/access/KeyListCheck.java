package org.aurora.gateway.access;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.caller.KeyLists;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.model.Selector;

/**
 * What a key's own lists say. The texts that would match a name follow from the name, so each is looked up in the list
 * by its hash, and the length of the list does not matter.
 */
final class KeyListCheck {
    private static final String ANYTHING = "*";
    private static final List<String> EVERYTHING = List.of(ANYTHING, Selector.EVERYTHING);

    private final Predicate<String> isProvider;

    KeyListCheck(Predicate<String> isProvider) {
        this.isProvider = isProvider;
    }

    /** The lists of the caller's key; those without limits where it has none. */
    static KeyLists of(Caller caller) {
        return caller instanceof Caller.Managed managed ? managed.lists() : KeyLists.NONE;
    }

    /** What the caller's key says about a way; empty where it has no lists. */
    Optional<AccessDecision> decide(Caller caller, Way way, Optional<ProviderModel> model) {
        KeyLists lists = of(caller);
        if (lists.equals(KeyLists.NONE)) {
            return Optional.empty();
        }
        Optional<String> denied = match(lists::denies, way.aliases(), model);
        if (denied.isPresent() || !lists.limitsAllowed()) {
            return Optional.of(new AccessDecision.ByKey(denied.isEmpty(), AccessDecision.ByKey.DENIED_MODELS, denied));
        }
        Optional<String> allowed = match(lists::allows, way.aliases(), model);
        return Optional.of(new AccessDecision.ByKey(allowed.isPresent(), AccessDecision.ByKey.ALLOWED_MODELS, allowed));
    }

    private Optional<String> match(Predicate<String> listed, List<String> aliases, Optional<ProviderModel> model) {
        for (String everything : EVERYTHING) {
            if (listed.test(everything)) {
                return Optional.of(everything);
            }
        }
        for (String alias : aliases) {
            Optional<String> entry = matchName(listed, alias);
            if (entry.isPresent()) {
                return entry;
            }
        }
        return model.flatMap(its -> matchModel(listed, its));
    }

    private Optional<String> matchName(Predicate<String> listed, String name) {
        if (listed.test(name)) {
            return Optional.of(name);
        }
        return Selector.parse(name, isProvider) instanceof Selector.OneModel one
                ? matchProvider(listed, one.model().provider())
                : Optional.empty();
    }

    private Optional<String> matchModel(Predicate<String> listed, ProviderModel model) {
        Optional<String> entry = matchName(listed, model.selector());
        boolean byId = entry.isEmpty()
                && listed.test(model.model())
                && Selector.parse(model.model(), isProvider) instanceof Selector.BareName;
        return byId ? Optional.of(model.model()) : entry;
    }

    private static Optional<String> matchProvider(Predicate<String> listed, String provider) {
        return Optional.of(provider + "/" + ANYTHING).filter(listed).or(() -> Optional.of(provider + "/")
                .filter(listed));
    }
}
