package org.aurora.gateway.settings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.aurora.gateway.settings.YamlNode.ScalarKind;

/**
 * A value of the configuration file together with its place, to be read as what it is meant to be.
 *
 * @param path the keys that lead to it
 */
record YamlValue(String file, String path, YamlNode node, Placeholders placeholders) {

    Place place() {
        return Place.inFile(file, node.line(), path);
    }

    boolean isNothing() {
        return node instanceof YamlNode.Scalar scalar && scalar.kind() == ScalarKind.NOTHING;
    }

    boolean isScalar() {
        return node instanceof YamlNode.Scalar;
    }

    YamlSection section() {
        if (node instanceof YamlNode.Mapping mapping) {
            return new YamlSection(this, mapping);
        }
        throw mustBe("a mapping of keys to values");
    }

    /** At least one value: an empty list would mean the same as none, which is rarely what was meant. */
    List<YamlValue> list() {
        if (!(node instanceof YamlNode.Sequence sequence)) {
            throw mustBe("a list");
        }
        if (sequence.items().isEmpty()) {
            throw place().refuse("the list is empty; name at least one entry, or leave it out");
        }
        return items(sequence);
    }

    /** A list whose reader has something of its own to say about an empty one. */
    List<YamlValue> possiblyEmptyList() {
        if (node instanceof YamlNode.Sequence sequence) {
            return items(sequence);
        }
        throw mustBe("a list");
    }

    private List<YamlValue> items(YamlNode.Sequence sequence) {
        List<YamlValue> items = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            items.add(new YamlValue(file, path + "[" + items.size() + "]", item, placeholders));
        }
        return items;
    }

    /** Any single value, variables put in, whether or not it was written in quotes. */
    WrittenValue scalar() {
        if (!(node instanceof YamlNode.Scalar scalar) || scalar.kind() == ScalarKind.NOTHING) {
            throw mustBe("a single value");
        }
        String written = scalar.text();
        return new WrittenValue(placeholders.fill(written, place()), written, place());
    }

    /** Text; a number counts as the text it was written as, since model ids and versions may look like numbers. */
    WrittenValue text() {
        if (node instanceof YamlNode.Scalar scalar && scalar.kind() == ScalarKind.BOOLEAN) {
            throw mustBe("text, in quotes where it looks like true or false");
        }
        return exactly(ScalarKind.TEXT, "text in quotes");
    }

    boolean flag() {
        return exactly(ScalarKind.BOOLEAN, "true or false").flag();
    }

    private WrittenValue exactly(ScalarKind kind, String allowed) {
        if (node instanceof YamlNode.Scalar scalar && scalar.exact() && scalar.kind() != kind) {
            throw mustBe(allowed);
        }
        return scalar();
    }

    long wholeNumber(long least, long most) {
        return number().wholeNumber(least, most);
    }

    BigDecimal decimal() {
        return number().decimal();
    }

    private WrittenValue number() {
        if (node instanceof YamlNode.Scalar scalar
                && scalar.kind() == ScalarKind.TEXT
                && !placeholders.areIn(scalar.text())) {
            throw scalar().wrong("a number without quotes");
        }
        return scalar();
    }

    private ConfigurationException mustBe(String allowed) {
        return place().refuse("must be " + allowed + ", but is " + found());
    }

    private String found() {
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar.kind() == ScalarKind.BOOLEAN
                    ? scalar.text()
                    : scalar.kind() == ScalarKind.NOTHING ? "empty" : "a single value";
        }
        return node instanceof YamlNode.Sequence ? "a list" : "a mapping";
    }
}
