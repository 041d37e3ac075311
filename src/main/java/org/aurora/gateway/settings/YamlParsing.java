package org.aurora.gateway.settings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aurora.gateway.settings.YamlNode.ScalarKind;
import org.jspecify.annotations.Nullable;

/**
 * Turns one YAML document into nodes that know their lines. Anchors and merge keys work; doubled keys and tags are
 * refused. The parser's own messages quote the file and so may hold keys: they are never passed on.
 */
final class YamlParsing {
    private static final String MERGE_KEY = "<<";
    /** No setting is deep, and reading is recursive: the limit that the library has could fill a thread's stack. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(PlainYaml.DEEPEST)
                    .build())
            .build();

    private final String file;
    private final JsonParser parser;
    private final boolean anchorsAllowed;
    private final Map<String, YamlNode> anchors = new HashMap<>();

    private YamlParsing(String file, JsonParser parser, boolean anchorsAllowed) {
        this.file = file;
        this.parser = parser;
        this.anchorsAllowed = anchorsAllowed;
    }

    /** The document's root; empty where the text holds nothing but comments. */
    static Optional<YamlNode> parse(String file, String text) {
        return parse(file, new YAMLFactory(), text, true);
    }

    /** The same for a document that others sent, which has to be {@link PlainYaml plain}. */
    static Optional<YamlNode> parsePlain(String document, String text) {
        PlainYaml.require(document, text);
        YAMLFactory format =
                YAMLFactory.builder().loaderOptions(PlainYaml.unlimited()).build();
        return parse(document, format, text, false);
    }

    /** The same for JSON, which gives the same nodes. */
    static Optional<YamlNode> parseJson(String document, String text) {
        return parse(document, JSON, text, false);
    }

    private static Optional<YamlNode> parse(String file, JsonFactory format, String text, boolean anchorsAllowed) {
        try (JsonParser parser = format.createParser(text)) {
            return new YamlParsing(file, parser, anchorsAllowed).document();
        } catch (JsonProcessingException e) {
            throw new ConfigurationException(file + place(e.getLocation()) + ": not valid " + format.getFormatName()
                    + "; look at the " + (format instanceof YAMLFactory ? "indentation, colons" : "braces, commas")
                    + " and quotes there");
        } catch (IOException e) {
            throw new ConfigurationException(file + ": could not be read");
        }
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private Optional<YamlNode> document() throws IOException {
        if (parser.nextToken() == null) {
            return Optional.empty();
        }
        YamlNode root = node(line());
        if (parser.nextToken() != null) {
            throw refuse("a second document begins here, but the file must hold only one");
        }
        return Optional.of(root);
    }

    private YamlNode node(int line) throws IOException {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            return anchored();
        }
        if (parser.getTypeId() != null) {
            throw refuse("tags beginning with '!' are not allowed");
        }
        Object anchor = parser.getObjectId();
        YamlNode node = unnamed(parser.currentToken(), line);
        if (anchor != null) {
            anchors.put(anchor.toString(), node);
        }
        return node;
    }

    private YamlNode unnamed(JsonToken token, int line) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            return mapping(line);
        }
        return token == JsonToken.START_ARRAY
                ? sequence(line)
                : new YamlNode.Scalar(
                        wholeCharacters(parser.getText()), kind(token), line, !(parser instanceof YAMLParser));
    }

    private YamlNode anchored() throws IOException {
        YamlNode node = anchors.get(parser.getText());
        if (node == null) {
            throw refuse("a reference beginning with '*' to an anchor that is not defined above it");
        }
        return node;
    }

    private YamlNode sequence(int line) throws IOException {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(line()));
        }
        return new YamlNode.Sequence(items, line);
    }

    private YamlNode mapping(int line) throws IOException {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = wholeCharacters(parser.currentName());
            if (entries.containsKey(key)) {
                throw refuse("the key " + Place.quote(key) + " is written twice in the same place");
            }
            int keyLine = line();
            parser.nextToken();
            entries.put(key, node(keyLine));
        }
        YamlNode merged = anchorsAllowed ? entries.remove(MERGE_KEY) : null;
        if (merged != null) {
            merge(merged, entries);
        }
        return new YamlNode.Mapping(entries, line);
    }

    private void merge(YamlNode source, Map<String, YamlNode> entries) {
        if (source instanceof YamlNode.Mapping mapping) {
            mapping.entries().forEach(entries::putIfAbsent);
        } else if (source instanceof YamlNode.Sequence sequence) {
            sequence.items().forEach(item -> merge(item, entries));
        } else {
            throw Place.inFile(file, source.line(), "").refuse("the merge key '<<' takes a mapping or a list of them");
        }
    }

    /** Half of a surrogate pair is no character: it could be neither stored as UTF-8 nor sent. */
    private String wholeCharacters(String text) {
        if (text.codePoints().anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            throw refuse("a text holds half of a surrogate pair, which is no character");
        }
        return text;
    }

    private static ScalarKind kind(JsonToken token) {
        if (token.isNumeric()) {
            return ScalarKind.NUMBER;
        }
        if (token.isBoolean()) {
            return ScalarKind.BOOLEAN;
        }
        return token == JsonToken.VALUE_NULL ? ScalarKind.NOTHING : ScalarKind.TEXT;
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private ConfigurationException refuse(String sentence) {
        return Place.inFile(file, line(), "").refuse(sentence);
    }
}
