package org.aurora.gateway.access;

import java.util.List;
import java.util.stream.Stream;

/**
 * The way from the name called down to a model.
 *
 * @param aliases the aliases gone through, from the one called downwards; empty where the model itself was called
 * @param asked how many of these, from the first, are asked whether the caller may go through
 * @param granted whether the last of those asked grants all that lies below it, so that the model is not asked
 */
public record Way(List<String> aliases, int asked, boolean granted) {
    /** The model itself was called. */
    public static final Way DIRECT = new Way(List.of(), 0, false);

    public Way {
        aliases = List.copyOf(aliases);
    }

    /**
     * One alias further down.
     *
     * @param grants whether that alias grants what lies below it
     */
    public Way through(String alias, boolean grants) {
        List<String> longer = aliases.isEmpty()
                ? List.of(alias)
                : Stream.concat(aliases.stream(), Stream.of(alias)).toList();
        return granted ? new Way(longer, asked, true) : new Way(longer, asked + 1, grants);
    }
}
