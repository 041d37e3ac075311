package org.aurora.gateway.dashboard;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 of what is served. */
final class Digest {
    /** Of 64 hexadecimal digits so many tell files apart. */
    private static final int SHOWN = 20;

    private Digest() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static String hex(byte[] bytes) {
        return hex(sha256(), bytes);
    }

    static String hex(MessageDigest digest, byte[] last) {
        return HexFormat.of().formatHex(digest.digest(last)).substring(0, SHOWN);
    }

    /** As a content security policy names an inline script that it allows. */
    static String policySource(byte[] script) {
        return "'sha256-" + Base64.getEncoder().encodeToString(sha256().digest(script)) + "'";
    }
}
