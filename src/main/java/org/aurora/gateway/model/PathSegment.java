package org.aurora.gateway.model;

import java.util.Optional;

/** What a name needs, to be reached as one segment of a URL's path. */
public final class PathSegment {
    private PathSegment() {}

    /**
     * What is wrong with the name, to be read after its subject; empty where nothing is. Browsers take {@code .} and
     * {@code ..} out of a path however they are encoded (WHATWG URL, section 4.4), so that a write would go elsewhere.
     */
    public static Optional<String> problem(String name) {
        return name.equals(".") || name.equals("..")
                ? Optional.of("is only a dot or two, which browsers take out of a URL")
                : Optional.empty();
    }
}
