package org.aurora.gateway.caller;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;

/**
 * Tells who is calling by the credential that came along. Secrets are kept and compared as SHA-256 digests, those of
 * all admin keys every time, so that the time an answer takes says nothing about how much of a guess was right.
 */
public final class Authenticator {
    private static final String SCHEME = "Bearer ";

    private final List<AdminHash> admins;
    private final boolean anonymousAllowed;
    private final UserPathHeader pathHeader;
    private final Supplier<KeyBook> keys;
    private final Clock clock;

    /**
     * Knows these keys.
     *
     * @param master the master key
     * @param adminKeys further keys with the master's rights; of equal secrets the first counts
     * @param anonymousAllowed whether a request without any credential is let in
     * @param keys the managed keys, asked anew at each request
     */
    public Authenticator(
            AdminKey master,
            List<AdminKey> adminKeys,
            boolean anonymousAllowed,
            UserPathHeader pathHeader,
            Supplier<KeyBook> keys,
            Clock clock) {
        this.admins = Stream.concat(Stream.of(master), adminKeys.stream())
                .map(AdminHash::of)
                .toList();
        this.anonymousAllowed = anonymousAllowed;
        this.pathHeader = pathHeader;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * The caller, at the place that the request names. {@code Authorization} counts where {@code x-api-key} was sent
     * too.
     *
     * @throws GatewayException {@link ErrorCode#MISSING_API_KEY} where none was sent and anonymous calls are not
     *     allowed; {@link ErrorCode#INVALID_API_KEY} where it is unknown, revoked, malformed or sent twice; {@link
     *     ErrorCode#EXPIRED_API_KEY} where it was right until it expired; and as {@link UserPathHeader#place}
     */
    public Caller authenticate(Credentials sent) {
        return pathHeader.place(holder(sent), sent.userPath());
    }

    private Caller holder(Credentials sent) {
        Optional<String> key = key(sent);
        if (key.isPresent()) {
            return known(key.get());
        }
        if (anonymousAllowed) {
            return new Caller.Anonymous();
        }
        throw missing();
    }

    /**
     * The key that was sent, whether it is known or not; empty where none was.
     *
     * @throws GatewayException {@link ErrorCode#INVALID_API_KEY} where it is malformed or sent twice
     */
    public static Optional<String> key(Credentials sent) {
        if (!sent.authorization().isEmpty()) {
            return Optional.of(bearerToken(only(Credentials.AUTHORIZATION, sent.authorization())));
        }
        return sent.apiKey().isEmpty() ? Optional.empty() : Optional.of(only(Credentials.API_KEY, sent.apiKey()));
    }

    /** What is told to who sends no key where one is needed. */
    public static GatewayException missing() {
        return unauthorized(
                ErrorCode.MISSING_API_KEY,
                "No API key was sent; send it as 'Authorization: Bearer <key>' or as 'x-api-key: <key>'.");
    }

    private static String only(String header, List<String> values) {
        if (values.size() > 1) {
            throw unauthorized(
                    ErrorCode.INVALID_API_KEY, "The header " + header + " was sent more than once; send it once.");
        }
        return values.get(0);
    }

    private static String bearerToken(String value) {
        String token = value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? value.substring(SCHEME.length()).strip()
                : "";
        if (token.isEmpty()) {
            throw unauthorized(
                    ErrorCode.INVALID_API_KEY,
                    "The Authorization header is not of the form 'Bearer <key>'; send the key in that form.");
        }
        return token;
    }

    private Caller known(String credential) {
        KeyHash sent = KeyHash.of(credential);
        Optional<Caller> admin = Optional.empty();
        for (AdminHash key : admins) {
            if (key.hash.matches(sent) && admin.isEmpty()) {
                admin = Optional.of(key.holder);
            }
        }
        return admin.orElseGet(() -> managed(credential, sent));
    }

    private Caller managed(String credential, KeyHash sent) {
        ManagedKey key =
                KeyText.idIn(credential).flatMap(id -> keys.get().find(id)).orElseThrow(Authenticator::unknown);
        return switch (key.judge(sent, clock.instant())) {
            case VALID -> key.holder();
            case EXPIRED ->
                throw unauthorized(
                        ErrorCode.EXPIRED_API_KEY, "The API key has expired; ask the operator for a new one.");
            case INVALID -> throw unknown();
        };
    }

    private static GatewayException unknown() {
        return unauthorized(
                ErrorCode.INVALID_API_KEY, "The API key is not known here; check it, or ask the operator for one.");
    }

    private static GatewayException unauthorized(ErrorCode code, String message) {
        return new GatewayException(code, message).withHeader("WWW-Authenticate", "Bearer");
    }

    private record AdminHash(Caller holder, KeyHash hash) {
        private static AdminHash of(AdminKey key) {
            return new AdminHash(
                    new Caller.Master(key.name()), KeyHash.of(key.key().reveal()));
        }
    }
}
