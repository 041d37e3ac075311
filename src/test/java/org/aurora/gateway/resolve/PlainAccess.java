package org.aurora.gateway.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aurora.gateway.access.AccessRule;
import org.aurora.gateway.alias.Alias;
import org.aurora.gateway.alias.AliasAccess;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.caller.KeyLists;
import org.aurora.gateway.caller.UserPath;

/**
 * Who may use what, read as plainly as it is promised: every rule and every entry of a list is looked at, one after the
 * other.
 */
record PlainAccess(List<String> providers, List<AccessRule> rules, boolean enabledByDefault, Caller caller) {
    /**
     * Whether the caller may go this way.
     *
     * @param way the aliases, from the one called downwards
     * @param model {@code provider/model}; empty where the way leads to none
     */
    boolean allows(List<Alias> way, String model) {
        for (Alias alias : way) {
            if (!admits(firstOf(List.of(alias.name(), "/")))) {
                return false;
            }
            if (alias.access() == AliasAccess.ALIAS) {
                return keyAllows(way, model);
            }
        }
        return (model.isEmpty() || admits(ruleOf(model))) && keyAllows(way, model);
    }

    private Optional<AccessRule> ruleOf(String model) {
        List<String> texts = new ArrayList<>(List.of(model, provider(model) + "/"));
        if (isBare(id(model))) {
            texts.add(id(model));
        }
        texts.add("/");
        return firstOf(texts);
    }

    private Optional<AccessRule> firstOf(List<String> texts) {
        return texts.stream()
                .flatMap(text -> rules.stream().filter(rule -> rule.selector().equals(text)))
                .findFirst();
    }

    private boolean admits(Optional<AccessRule> rule) {
        if (caller instanceof Caller.Master && caller.userPath().isEmpty()) {
            return rule.isEmpty() || rule.get().enabled();
        }
        if (rule.isEmpty()) {
            return enabledByDefault;
        }
        return rule.get().enabled()
                && (rule.get().userPaths().isEmpty()
                        || rule.get().userPaths().get().stream().anyMatch(this::covers));
    }

    private boolean covers(UserPath admitted) {
        if (admitted.text().equals("/")) {
            return true;
        }
        List<String> above = List.of(admitted.text().split("/"));
        List<String> own =
                List.of(caller.userPath().map(UserPath::text).orElse("").split("/"));
        return own.size() >= above.size() && own.subList(0, above.size()).equals(above);
    }

    private boolean keyAllows(List<Alias> way, String model) {
        KeyLists lists = caller instanceof Caller.Managed managed ? managed.lists() : KeyLists.NONE;
        boolean denied = lists.denied().stream().anyMatch(entry -> matches(entry, way, model));
        boolean allowed = lists.allowed().isEmpty()
                || lists.allowed().get().stream().anyMatch(entry -> matches(entry, way, model));
        return allowed && !denied;
    }

    private boolean matches(String entry, List<Alias> way, String model) {
        Stream<String> names = Stream.concat(way.stream().map(Alias::name), Stream.of(model));
        boolean byId = !model.isEmpty() && isBare(entry) && entry.equals(id(model));
        return entry.equals("*")
                || entry.equals("/")
                || byId
                || names.filter(name -> !name.isEmpty())
                        .anyMatch(name -> name.equals(entry) || (isWholeProvider(entry) && under(entry, name)));
    }

    private boolean isWholeProvider(String entry) {
        return providers.stream().anyMatch(provider -> entry.equals(provider + "/*") || entry.equals(provider + "/"));
    }

    private static boolean under(String entry, String name) {
        return name.startsWith(provider(entry) + "/");
    }

    private boolean isBare(String text) {
        return !text.equals("/") && providers.stream().noneMatch(provider -> text.startsWith(provider + "/"));
    }

    private static String provider(String selector) {
        return selector.substring(0, selector.indexOf('/'));
    }

    private static String id(String selector) {
        return selector.substring(selector.indexOf('/') + 1);
    }
}
