package org.aurora.gateway.caller;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;

/**
 * The header by which a caller names the place that a call is made from. Its value is one path, whatever is in it: a
 * comma separates nothing.
 *
 * @param trusted whether it counts for callers who have no place of their own
 */
public record UserPathHeader(boolean trusted) {
    public static final String NAME = "X-Aurora-User-Path";

    /**
     * The caller at the place named. Whoever has a place can go no higher; the master can be anywhere, and then has the
     * rights of that place alone.
     *
     * @param sent the header's raw values, one character a byte, which are read as UTF-8
     * @throws GatewayException {@link ErrorCode#INVALID_USER_PATH} where it was sent twice or is no path, whether or not
     *     it counts; {@link ErrorCode#USER_PATH_NOT_ALLOWED} where the place is outside the caller's own
     */
    public Caller place(Caller caller, List<String> sent) {
        if (sent.isEmpty()) {
            return caller;
        }
        return place(caller, read(sent));
    }

    /**
     * The same for a path that was read already.
     *
     * @throws GatewayException {@link ErrorCode#USER_PATH_NOT_ALLOWED} where the place is outside the caller's own
     */
    public Caller place(Caller caller, UserPath named) {
        if (caller instanceof Caller.Master) {
            return caller.at(named);
        }
        if (caller.userPath().isEmpty()) {
            return trusted ? caller.at(named) : caller;
        }
        if (!caller.userPath().get().covers(named)) {
            throw new GatewayException(
                            ErrorCode.USER_PATH_NOT_ALLOWED,
                            "The path in " + NAME + " is outside the place of this key;"
                                    + " name a path at or below it, or leave the header out.")
                    .about(NAME);
        }
        return caller.at(named);
    }

    private static UserPath read(List<String> sent) {
        if (sent.size() > 1) {
            throw invalid("The header " + NAME + " was sent more than once; send it once.");
        }
        return UserPath.parse(NAME, utf8(sent.get(0)));
    }

    private static String utf8(String raw) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw invalid("The header " + NAME + " is not UTF-8; send the path in UTF-8.");
        }
    }

    private static GatewayException invalid(String message) {
        return new GatewayException(ErrorCode.INVALID_USER_PATH, message).about(NAME);
    }
}
