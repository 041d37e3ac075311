package org.aurora.gateway.chat;

import static org.aurora.gateway.chat.RequestField.MODEL;
import static org.aurora.gateway.chat.RequestField.PROVIDER;
import static org.aurora.gateway.chat.RequestField.STREAM;
import static org.aurora.gateway.chat.RequestField.STREAM_OPTIONS;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;

/**
 * Finds the gateway's fields among the members of a body's outermost object. They are judged only after the
 * whole body was read, so that a body which is not JSON is called just that.
 */
final class RequestFields {
    private static final int MAX_DEPTH = 256;
    private static final String INCLUDE_USAGE = "include_usage";

    private final byte[] body;
    private final JsonCursor cursor;
    private final Map<RequestField, Found> found = new EnumMap<>(RequestField.class);
    private Optional<RequestField> doubled = Optional.empty();
    private boolean saysIncludeUsage;

    private RequestFields(byte[] body) {
        this.body = body;
        this.cursor = new JsonCursor(body, new ByteRange(0, body.length), MAX_DEPTH);
    }

    /** One of the fields: where its name begins, whether that is spelled as it should be, and its value. */
    private record Found(int nameStart, boolean exact, ByteRange value) {}

    static RequestFields scan(byte[] body) {
        RequestFields fields = new RequestFields(body);
        try {
            fields.cursor.object(fields::see);
            fields.cursor.expectEnd();
        } catch (MalformedJson e) {
            throw new GatewayException(
                    ErrorCode.INVALID_JSON,
                    "The request body must be one JSON object in UTF-8. At " + e.place(body) + ": " + e.reason() + ".");
        }
        return fields;
    }

    private void see(int nameStart, int nameEnd) {
        Optional<RequestField> alike = RequestField.alike(body, nameStart, nameEnd);
        if (alike.isEmpty()) {
            cursor.skip();
            return;
        }
        RequestField field = alike.get();
        boolean exact = JsonString.spells(body, nameStart, nameEnd, field.text());
        boolean options = field == STREAM_OPTIONS && exact && cursor.peek() == '{';
        ByteRange value = options ? cursor.object(this::seeOption) : cursor.value();
        if (found.put(field, new Found(nameStart, exact, value)) != null && doubled.isEmpty()) {
            doubled = alike;
        }
    }

    private void seeOption(int nameStart, int nameEnd) {
        saysIncludeUsage |= JsonString.resembles(body, nameStart, nameEnd, INCLUDE_USAGE);
        cursor.skip();
    }

    ModelFields fields() {
        doubled.ifPresent(field -> {
            throw refused(
                    ErrorCode.DUPLICATE_FIELD, field, "is given more than once; letter case does not tell two apart");
        });
        Found model = exact(MODEL).orElseThrow(this::missingModel);
        Optional<Found> provider = exact(PROVIDER).filter(field -> kind(field) == '"');
        return new ModelFields(
                RequestedName.in(body, model.value(), MODEL)
                        .orElseThrow(() -> refused(ErrorCode.INVALID_MODEL, MODEL, "must not be empty")),
                model.value(),
                provider.flatMap(field -> RequestedName.in(body, field.value(), PROVIDER)),
                provider.map(this::memberWithComma),
                exact(STREAM).map(this::streamed).orElse(false),
                Optional.ofNullable(found.get(STREAM_OPTIONS)).map(this::options));
    }

    private Optional<Found> exact(RequestField field) {
        return Optional.ofNullable(found.get(field)).filter(Found::exact);
    }

    private byte kind(Found field) {
        return body[field.value().start()];
    }

    private GatewayException missingModel() {
        String sentence = found.containsKey(MODEL)
                ? "The field \"model\" is missing; its name must be written in lower case letters."
                : "The field \"model\" is missing; it names the model to use.";
        return new GatewayException(ErrorCode.MISSING_MODEL, sentence).about(MODEL.text());
    }

    private boolean streamed(Found field) {
        return switch (kind(field)) {
            case 't' -> true;
            case 'f', 'n' -> false;
            default -> throw refused(ErrorCode.INVALID_TYPE, STREAM, "must be true or false");
        };
    }

    /** Some upstreams take options whose name is spelled in another letter case for what they are; not to be doubled. */
    private StreamOptions options(Found field) {
        if (!field.exact()) {
            return new StreamOptions(field.value(), true);
        }
        return switch (kind(field)) {
            case '{', 'n' -> new StreamOptions(field.value(), saysIncludeUsage);
            default -> throw refused(ErrorCode.INVALID_TYPE, STREAM_OPTIONS, "must be an object");
        };
    }

    /** The comma before the member if there is one, else the one after it. */
    private ByteRange memberWithComma(Found field) {
        int before = field.nameStart() - 1;
        while (JsonCursor.isWhiteSpace(body[before])) {
            before--;
        }
        if (body[before] == ',') {
            return new ByteRange(before, field.value().end());
        }
        int after = field.value().end();
        while (JsonCursor.isWhiteSpace(body[after])) {
            after++;
        }
        return new ByteRange(
                field.nameStart(),
                body[after] == ',' ? after + 1 : field.value().end());
    }

    static GatewayException refused(ErrorCode code, RequestField field, String rule) {
        return new GatewayException(code, "The field \"" + field.text() + "\" " + rule + ".").about(field.text());
    }
}
