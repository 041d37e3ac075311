package org.aurora.gateway.accounting;

import java.util.ArrayList;
import java.util.List;

/**
 * Where in the tree of user paths the sums of a call are.
 *
 * @param node a user path that has sums of its own; empty for callers that have no path
 * @param beyond whether the call came from below it, from a place beyond the limit of those with sums of their own
 */
record Place(String node, boolean beyond) {
    static final String ROOT = "/";
    static final String OTHER = "(other)";
    static final Place NOWHERE = new Place("", false);

    /** This place and all above it, from the root downwards. Calls from nowhere are below the root too. */
    List<String> andAbove() {
        List<String> nodes = new ArrayList<>();
        nodes.add(ROOT);
        nodes.addAll(nodes(node));
        return nodes;
    }

    /** The places from below the root to a user path itself. */
    static List<String> nodes(String path) {
        List<String> nodes = new ArrayList<>();
        for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
            nodes.add(path.substring(0, slash));
        }
        if (path.length() > 1) {
            nodes.add(path);
        }
        return nodes;
    }

    /** What sums by exact path stand under; those beyond the limit stand beside their node's own. */
    String name() {
        return beyond ? OTHER + node : node;
    }
}
