package org.aurora.gateway.chat;

import static org.aurora.gateway.chat.RequestFields.refused;

import java.util.Optional;
import org.aurora.gateway.error.ErrorCode;

/** What a caller may write for a model or a provider: text that can stand in a log line and a header. */
final class RequestedName {
    private static final int MAX_CHARACTERS = 256;
    /** Two quotes, and each character written as two escapes of six bytes. */
    private static final int LONGEST_TOKEN = 2 + 12 * MAX_CHARACTERS;

    private RequestedName() {}

    /** The text of a field's value; empty where that is {@code ""}. */
    static Optional<String> in(byte[] body, ByteRange value, RequestField field) {
        ErrorCode code = field == RequestField.MODEL ? ErrorCode.INVALID_MODEL : ErrorCode.INVALID_REQUEST;
        if (body[value.start()] != '"') {
            throw refused(code, field, "must be a string");
        }
        if (value.length() > LONGEST_TOKEN) {
            throw refused(code, field, "must have at most " + MAX_CHARACTERS + " characters");
        }
        String text = JsonString.decode(body, value.start(), value.end());
        if (text.codePointCount(0, text.length()) > MAX_CHARACTERS) {
            throw refused(code, field, "must have at most " + MAX_CHARACTERS + " characters");
        }
        if (text.codePoints().anyMatch(RequestedName::unprintable)) {
            throw refused(code, field, "must not contain control characters or half characters");
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** A surrogate among code points is one without its other half, which no encoding can carry on. */
    private static boolean unprintable(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }
}
