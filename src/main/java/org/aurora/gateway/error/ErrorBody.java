package org.aurora.gateway.error;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** OpenAI's error object as JSON text: {@code {"error": {"message", "type", "param", "code"}}}, all four keys present. */
public final class ErrorBody {
    private static final JsonFactory JSON = new JsonFactory();

    private ErrorBody() {}

    /** The object for a refusal, UTF-8 encoded. */
    public static byte[] of(GatewayException refusal) {
        return of(refusal.code().type(), refusal.code().code(), refusal.message(), refusal.param());
    }

    /** The object for an error that concerns no field of the request, UTF-8 encoded. */
    public static byte[] of(ErrorCode code, String message) {
        return of(code.type(), code.code(), message, Optional.empty());
    }

    /** The object for an error that is not in {@link ErrorCode}, UTF-8 encoded. */
    public static byte[] of(ErrorType type, String code, String message) {
        return of(type, code, message, Optional.empty());
    }

    private static byte[] of(ErrorType type, String code, String message, Optional<String> param) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeFieldName("error");
            writeObject(json, type, code, message, param);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes what stands under {@code error}, for answers that say more beside it. */
    public static void writeObject(JsonGenerator json, ErrorCode code, String message) throws IOException {
        writeObject(json, code.type(), code.code(), message, Optional.empty());
    }

    private static void writeObject(
            JsonGenerator json, ErrorType type, String code, String message, Optional<String> param)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("message", message);
        json.writeStringField("type", type.text());
        json.writeStringField("param", param.orElse(null));
        json.writeStringField("code", code);
        json.writeEndObject();
    }
}
