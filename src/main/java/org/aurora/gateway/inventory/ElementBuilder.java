package org.aurora.gateway.inventory;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts one JSON value together from tokens that come one by one. Nulls are left out. */
final class ElementBuilder {
    private final Deque<Object> open = new ArrayDeque<>();
    private final Deque<String> names = new ArrayDeque<>();

    boolean building() {
        return !open.isEmpty();
    }

    /** Takes the parser's current token; the value, once that was its last one. */
    Optional<Object> take(JsonToken token, JsonParser parser) throws IOException {
        return switch (token) {
            case START_OBJECT -> begin(new LinkedHashMap<String, Object>());
            case START_ARRAY -> begin(new ArrayList<>());
            case END_OBJECT, END_ARRAY -> add(open.pop());
            case FIELD_NAME -> {
                names.push(parser.currentName());
                yield Optional.empty();
            }
            case VALUE_STRING -> add(parser.getText());
            case VALUE_NUMBER_INT -> add(whole(parser));
            case VALUE_NUMBER_FLOAT -> add(parser.getDecimalValue());
            case VALUE_TRUE -> add(true);
            case VALUE_FALSE -> add(false);
            case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> add(null);
        };
    }

    private static Object whole(JsonParser parser) throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? parser.getDecimalValue()
                : parser.getLongValue();
    }

    private Optional<Object> begin(Object container) {
        open.push(container);
        return Optional.empty();
    }

    @SuppressWarnings("unchecked")
    private Optional<Object> add(@Nullable Object value) {
        Object container = open.peek();
        if (container == null) {
            return Optional.ofNullable(value);
        }
        if (container instanceof Map<?, ?> map) {
            String name = names.pop();
            if (value != null) {
                ((Map<String, Object>) map).put(name, value);
            }
        } else if (value != null) {
            ((List<Object>) container).add(value);
        }
        return Optional.empty();
    }
}
