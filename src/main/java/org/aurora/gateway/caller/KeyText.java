package org.aurora.gateway.caller;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.aurora.gateway.model.Secret;

/**
 * A managed key as its holder has it: {@code sk_aurora_<id>_<secret>}, the id of 12 and the secret of 43 base62
 * characters, which is 256 bits.
 *
 * @param id what operators see of it; no secret
 * @param text the whole of it
 */
public record KeyText(String id, Secret text) {
    private static final String PREFIX = "sk_aurora_";
    private static final int ID_LENGTH = 12;
    private static final int SECRET_LENGTH = 43;
    private static final int ID_END = PREFIX.length() + ID_LENGTH;
    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /**
     * A new key.
     *
     * @param random one that nobody can predict
     */
    public static KeyText generate(RandomGenerator random) {
        return generate(base62(random, ID_LENGTH), random);
    }

    /** A new secret for the key of that id. */
    public static KeyText generate(String id, RandomGenerator random) {
        return new KeyText(id, new Secret(PREFIX + id + "_" + base62(random, SECRET_LENGTH)));
    }

    /** Each character is drawn by itself: the bound makes none of them likelier than another. */
    private static String base62(RandomGenerator random, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int at = 0; at < length; at++) {
            text.append(BASE62.charAt(random.nextInt(BASE62.length())));
        }
        return text.toString();
    }

    /** The id in a credential that has the form of a managed key; empty for any other. */
    public static Optional<String> idIn(String credential) {
        boolean formed = credential.length() == ID_END + 1 + SECRET_LENGTH
                && credential.startsWith(PREFIX)
                && credential.charAt(ID_END) == '_'
                && isBase62(credential, PREFIX.length(), ID_END)
                && isBase62(credential, ID_END + 1, credential.length());
        return formed ? Optional.of(credential.substring(PREFIX.length(), ID_END)) : Optional.empty();
    }

    /** Whether a text can be the id of a key. */
    public static boolean isId(String text) {
        return text.length() == ID_LENGTH && isBase62(text, 0, ID_LENGTH);
    }

    private static boolean isBase62(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (BASE62.indexOf(text.charAt(at)) < 0) {
                return false;
            }
        }
        return true;
    }

    public KeyHash hash() {
        return KeyHash.of(text.reveal());
    }
}
