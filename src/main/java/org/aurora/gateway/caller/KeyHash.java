package org.aurora.gateway.caller;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The SHA-256 of a key's whole text: all that is kept of a secret. Never printed, and compared in constant time. */
public final class KeyHash {
    private static final int BYTES = 32;

    private final byte[] digest;

    private KeyHash(byte[] digest) {
        this.digest = digest;
    }

    /** That of a key as it is sent. */
    public static KeyHash of(String keyText) {
        try {
            return new KeyHash(MessageDigest.getInstance("SHA-256").digest(keyText.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What {@link #hex} gave; empty for any other text. */
    public static Optional<KeyHash> parse(String hex) {
        if (hex.length() != 2 * BYTES || !hex.chars().allMatch(HexFormat::isHexDigit)) {
            return Optional.empty();
        }
        return Optional.of(new KeyHash(HexFormat.of().parseHex(hex)));
    }

    /** For the journal and nothing else. */
    public String hex() {
        return HexFormat.of().formatHex(digest);
    }

    /** Whether both are of the same text; takes equally long however much of them agrees. */
    public boolean matches(KeyHash other) {
        return MessageDigest.isEqual(digest, other.digest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyHash hash && matches(hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }

    @Override
    public String toString() {
        return "***";
    }
}
