package org.aurora.gateway.settings;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A mapping of the configuration file.
 *
 * @param value the mapping as a value, with its place
 */
record YamlSection(YamlValue value, YamlNode.Mapping mapping) {
    static YamlSection empty(String file, Placeholders placeholders) {
        YamlNode.Mapping nothing = new YamlNode.Mapping(Map.of(), 1);
        return new YamlSection(new YamlValue(file, "", nothing, placeholders), nothing);
    }

    /** This section, which may hold these keys and no others. */
    YamlSection allowing(String... keys) {
        return allowing(List.of(keys));
    }

    YamlSection allowing(Collection<String> keys) {
        for (Map.Entry<String, YamlNode> entry : mapping.entries().entrySet()) {
            if (!keys.contains(entry.getKey())) {
                throw below(entry.getKey(), entry.getValue())
                        .place()
                        .refuse("unknown key " + Place.quote(entry.getKey()) + "; allowed are "
                                + (keys.isEmpty() ? "none here" : String.join(", ", keys)));
            }
        }
        return this;
    }

    /** This section with these keys passed over. */
    YamlSection without(Set<String> keys) {
        Map<String, YamlNode> rest = new LinkedHashMap<>(mapping.entries());
        rest.keySet().removeAll(keys);
        return new YamlSection(value, new YamlNode.Mapping(rest, mapping.line()));
    }

    /** This section with the keys passed over that stand for nothing. */
    YamlSection withoutNulls() {
        Map<String, YamlNode> rest = new LinkedHashMap<>(mapping.entries());
        rest.entrySet()
                .removeIf(entry -> below(entry.getKey(), entry.getValue()).isNothing());
        return new YamlSection(value, new YamlNode.Mapping(rest, mapping.line()));
    }

    Place place() {
        return value.place();
    }

    /** What was written, in the order written. */
    Map<String, YamlValue> entries() {
        Map<String, YamlValue> entries = new LinkedHashMap<>();
        mapping.entries().forEach((key, node) -> entries.put(key, below(key, node)));
        return entries;
    }

    Optional<YamlValue> find(String key) {
        return Optional.ofNullable(mapping.entries().get(key)).map(node -> below(key, node));
    }

    private YamlValue below(String key, YamlNode node) {
        return new YamlValue(value.file(), pathOf(key), node, value.placeholders());
    }

    /** The value as text; empty where it is left out, or empty once variables are put in. */
    Optional<WrittenValue> text(String key) {
        return find(key).map(YamlValue::text).filter(text -> !text.isEmpty());
    }

    boolean flag(String key, boolean otherwise) {
        return find(key).map(YamlValue::flag).orElse(otherwise);
    }

    /** The section below this key; an empty one where it is left out or nothing stands under it. */
    YamlSection section(String key) {
        return find(key)
                .filter(found -> !found.isNothing())
                .map(YamlValue::section)
                .orElseGet(() -> empty(value.file(), value.placeholders()));
    }

    private String pathOf(String key) {
        if (!isPlain(key)) {
            return value.path() + "[" + Place.quote(key) + "]";
        }
        return value.path().isEmpty() ? key : value.path() + "." + key;
    }

    private static boolean isPlain(String key) {
        return !key.isEmpty() && key.chars().allMatch(YamlSection::isPlain);
    }

    private static boolean isPlain(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '_'
                || character == '-';
    }
}
