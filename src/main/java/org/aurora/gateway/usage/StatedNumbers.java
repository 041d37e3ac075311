package org.aurora.gateway.usage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers in what a provider says that a call used, by their path: {@code prompt_tokens},
 * {@code prompt_tokens_details.cached_tokens}. A later statement counts before an earlier one, number by number. Of all that is said, only what
 * somebody will ask for is kept: a stream may say something else in each of its events.
 */
final class StatedNumbers {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private static final int MOST_LEVELS = 3;
    private static final int MOST_DIGITS = 40;
    /** Some write whole numbers as decimals. */
    private static final Pattern COUNT = Pattern.compile("(\\d{1,10})(\\.0{1,6})?");

    /** No call has a thousand million tokens; more is a mistake or a joke, and with that no sum of them runs over. */
    static final long MOST = 1_000_000_000L;

    private static final Pattern DECIMAL = Pattern.compile("\\d{1,20}(\\.\\d{1,30})?([eE][+-]?\\d{1,2})?");

    private final Set<String> wanted;
    private final Map<String, String> numbers = new HashMap<>();

    /**
     * @param wanted the paths that will be asked for; nothing else is kept
     */
    StatedNumbers(Set<String> wanted) {
        this.wanted = wanted;
    }

    /** Takes over what an object says; nothing where it is none. */
    void take(String prefix, byte[] object) {
        try (JsonParser json = JSON.createParser(object)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                Map<String, String> read = new HashMap<>();
                members(json, prefix, 1, read);
                numbers.putAll(read);
            }
        } catch (IOException notJson) {
            // What cannot be read says nothing.
            return;
        }
    }

    /** The text of a string; empty where it is none. */
    static Optional<String> text(byte[] value) {
        try (JsonParser json = JSON.createParser(value)) {
            return json.nextToken() == JsonToken.VALUE_STRING ? Optional.of(json.getText()) : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private void members(JsonParser json, String prefix, int level, Map<String, String> into) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String path = prefix + json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_OBJECT && level < MOST_LEVELS) {
                members(json, path + ".", level + 1, into);
            } else if (value.isNumeric() && json.getTextLength() <= MOST_DIGITS && wanted.contains(path)) {
                into.put(path, json.getText());
            } else {
                into.remove(path);
                json.skipChildren();
            }
        }
    }

    /** How many numbers are kept. */
    int size() {
        return numbers.size();
    }

    /** A whole number of 0 or more; empty where there is none at that path, or something that cannot be one. */
    OptionalLong count(String path) {
        Matcher count = COUNT.matcher(numbers.getOrDefault(path, ""));
        return count.matches() ? credible(Long.parseLong(count.group(1))) : OptionalLong.empty();
    }

    private static OptionalLong credible(long count) {
        return count <= MOST ? OptionalLong.of(count) : OptionalLong.empty();
    }

    /** The first of the paths at which there is a count. */
    OptionalLong first(String... paths) {
        for (String path : paths) {
            OptionalLong count = count(path);
            if (count.isPresent()) {
                return count;
            }
        }
        return OptionalLong.empty();
    }

    /** The largest count at any of the paths, which name the same thing; 0 where there is none. */
    long most(String... paths) {
        long most = 0;
        for (String path : paths) {
            most = Math.max(most, count(path).orElse(0));
        }
        return most;
    }

    /** An amount of 0 or more, exactly as written. */
    Optional<BigDecimal> decimal(String path) {
        return Optional.ofNullable(numbers.get(path))
                .filter(number -> DECIMAL.matcher(number).matches())
                .map(BigDecimal::new);
    }
}
