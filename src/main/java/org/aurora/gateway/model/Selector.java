package org.aurora.gateway.model;

import java.util.function.Predicate;

/**
 * What a text that names models means. Requests, rules and key lists are all read by this one grammar.
 *
 * <p>{@code /} is everything. Else, if the text before the first slash is a configured provider's name, the rest
 * is a model of that provider, and an empty rest is the whole provider. Else the whole text, slashes included,
 * is a bare name. Which providers are configured decides the meaning, so selectors are kept as text and read
 * anew whenever that changes.
 */
public sealed interface Selector {
    /** The text that is everything. */
    String EVERYTHING = "/";

    /** {@code /} */
    record Everything() implements Selector {}

    /** {@code provider/} */
    record WholeProvider(String provider) implements Selector {}

    /** {@code provider/model} */
    record OneModel(ProviderModel model) implements Selector {}

    /** A model id at any provider, or an alias. */
    record BareName(String name) implements Selector {}

    /**
     * Reads a text; every text has a meaning.
     *
     * @param isProvider whether a provider of that name is configured, even one that is off
     */
    static Selector parse(String text, Predicate<String> isProvider) {
        if (text.equals(EVERYTHING)) {
            return new Everything();
        }
        int slash = text.indexOf('/');
        if (slash < 0) {
            return new BareName(text);
        }
        String provider = text.substring(0, slash);
        if (!isProvider.test(provider)) {
            return new BareName(text);
        }
        String model = text.substring(slash + 1);
        return model.isEmpty() ? new WholeProvider(provider) : new OneModel(new ProviderModel(provider, model));
    }
}
