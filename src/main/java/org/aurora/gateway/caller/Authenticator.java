package org.aurora.gateway.caller;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;

/**
 * Tells who is calling by the credential that came along. Secrets are kept and compared as SHA-256 digests, each
 * key every time, so that the time an answer takes says nothing about how much of a guess was right.
 */
public final class Authenticator {
    private static final String SCHEME = "Bearer ";

    private final List<KnownKey> keys;
    private final boolean anonymousAllowed;

    /**
     * Knows these keys.
     *
     * @param master the master key
     * @param adminKeys further keys with the master's rights; of equal secrets the first counts
     * @param anonymousAllowed whether a request without any credential is let in
     */
    public Authenticator(AdminKey master, List<AdminKey> adminKeys, boolean anonymousAllowed) {
        this.keys = Stream.concat(Stream.of(master), adminKeys.stream())
                .map(key -> new KnownKey(key))
                .toList();
        this.anonymousAllowed = anonymousAllowed;
    }

    /**
     * The caller, by the raw values of the two headers, each as often as it was sent. {@code Authorization} counts
     * where both were sent.
     *
     * @throws GatewayException {@link ErrorCode#MISSING_API_KEY} where none was sent and anonymous calls are not
     *     allowed; {@link ErrorCode#INVALID_API_KEY} where it is unknown, malformed or sent twice
     */
    public Caller authenticate(List<String> authorization, List<String> apiKey) {
        if (!authorization.isEmpty()) {
            return known(bearerToken(only("Authorization", authorization)));
        }
        if (!apiKey.isEmpty()) {
            return known(only("x-api-key", apiKey));
        }
        if (anonymousAllowed) {
            return new Caller.Anonymous();
        }
        throw unauthorized(
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

    private Caller known(String secret) {
        byte[] sent = digest(secret);
        Optional<Caller> caller = Optional.empty();
        for (KnownKey key : keys) {
            if (MessageDigest.isEqual(sent, key.digest) && caller.isEmpty()) {
                caller = Optional.of(key.holder);
            }
        }
        return caller.orElseThrow(() -> unauthorized(
                ErrorCode.INVALID_API_KEY, "The API key is not known here; check it, or ask the operator for one."));
    }

    private static GatewayException unauthorized(ErrorCode code, String message) {
        return new GatewayException(code, message).withHeader("WWW-Authenticate", "Bearer");
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static final class KnownKey {
        private final Caller holder;
        private final byte[] digest;

        private KnownKey(AdminKey key) {
            holder = new Caller.Master(key.name());
            digest = Authenticator.digest(key.key().reveal());
        }
    }
}
