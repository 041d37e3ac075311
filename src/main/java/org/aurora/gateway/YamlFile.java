package org.aurora.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of routes or a kamelet before Camel reads it, which passes over two mistakes in silence: of doubled keys it
 * takes the last, and a file that is not a list it leaves out.
 *
 * @param shown its name for the operator
 */
record YamlFile(Path path, String shown) {
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private interface Check {
        void run(YAMLParser parser) throws IOException;
    }

    /** Refuses a mapping with the same key twice. */
    void requireDistinctKeys() {
        check(YamlFile::readToTheEnd);
    }

    /** Refuses doubled keys and whatever is not a list of routes. */
    void requireRoutes() {
        check(parser -> {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_ARRAY && !definesOneResource(first, parser)) {
                throw new StartFailure(shown + ": must be a list whose items begin with \"- route:\"");
            }
            readToTheEnd(parser);
        });
    }

    /** Camel also takes one resource of Kubernetes' shape. */
    private static boolean definesOneResource(JsonToken first, YAMLParser parser) throws IOException {
        String key = first == JsonToken.START_OBJECT ? parser.nextFieldName() : "";
        return "apiVersion".equals(key) || "kind".equals(key);
    }

    private static void readToTheEnd(YAMLParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        while (token != null) {
            token = parser.nextToken();
        }
    }

    private void check(Check check) {
        try (Reader reader = Files.newBufferedReader(path);
                YAMLParser parser = YAML.createParser(reader)) {
            check.run(parser);
        } catch (JsonProcessingException e) {
            refuseDoubledKey(e);
        } catch (IOException e) {
            throw new StartFailure(shown + ": must be a file in UTF-8 that the gateway may read", e);
        }
    }

    /** Other mistakes are Camel's to tell, whose parser is another. */
    private void refuseDoubledKey(JsonProcessingException failure) {
        String message = failure.getOriginalMessage();
        if (message.startsWith("Duplicate field")) {
            throw new StartFailure(shown + " line " + failure.getLocation().getLineNr() + ": the key "
                    + message.substring("Duplicate field ".length()) + " is written twice in the same place");
        }
    }
}
