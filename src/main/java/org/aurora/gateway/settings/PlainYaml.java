package org.aurora.gateway.settings;

import java.io.StringReader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Looks through YAML that others sent before it is read: one document without anchors, since a few of those can stand
 * for very many nodes, and without tags.
 */
final class PlainYaml {
    static final int DEEPEST = 32;

    private final String name;
    private int documents;
    private int depth;

    private PlainYaml(String name) {
        this.name = name;
    }

    /**
     * Passes over what is plain.
     *
     * @throws ConfigurationException naming the line of what is not
     */
    static void require(String name, String text) {
        PlainYaml plain = new PlainYaml(name);
        try {
            new Yaml(unlimited()).parse(new StringReader(text)).forEach(plain::look);
        } catch (MarkedYAMLException e) {
            throw new ConfigurationException(name + place(e.getProblemMark())
                    + ": not valid YAML; look at the indentation, colons and quotes there");
        } catch (YAMLException e) {
            throw new ConfigurationException(name + ": holds a character that YAML does not allow");
        }
    }

    /** The size of a body is limited before it comes here. */
    static LoaderOptions unlimited() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        return options;
    }

    private static String place(Mark mark) {
        return " line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
    }

    private void look(Event event) {
        if (event instanceof DocumentStartEvent && ++documents > 1) {
            throw refuse(event, "a second document begins here, but there must be only one");
        }
        if (event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor() != null)) {
            throw refuse(event, "anchors beginning with '&' and references to them are not allowed here");
        }
        if ((event instanceof ScalarEvent scalar && scalar.getTag() != null)
                || (event instanceof CollectionStartEvent collection && collection.getTag() != null)) {
            throw refuse(event, "tags beginning with '!' are not allowed");
        }
        if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
            throw refuse(event, "nested more than " + DEEPEST + " levels deep");
        }
        if (event instanceof CollectionEndEvent) {
            depth--;
        }
    }

    private ConfigurationException refuse(Event event, String sentence) {
        return Place.inFile(name, event.getStartMark().getLine() + 1, "").refuse(sentence);
    }
}
