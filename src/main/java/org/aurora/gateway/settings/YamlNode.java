package org.aurora.gateway.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of the configuration file as it was written, before anything is known about its meaning. */
sealed interface YamlNode {
    /** Counted from 1. */
    int line();

    /**
     * A single value.
     *
     * @param text as written, also for numbers and booleans
     * @param exact whether the kind is what the writer meant, as in JSON; in YAML it is a guess from the text
     */
    record Scalar(String text, ScalarKind kind, int line, boolean exact) implements YamlNode {}

    record Sequence(List<YamlNode> items, int line) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    record Mapping(Map<String, YamlNode> entries, int line) implements YamlNode {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    enum ScalarKind {
        TEXT,
        NUMBER,
        BOOLEAN,
        NOTHING
    }
}
