package org.aurora.gateway;

/** Why the gateway cannot start: one sentence for the operator, on one line. The cause is for debugging only. */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartFailure(String sentence) {
        super(oneLine(sentence));
    }

    StartFailure(String sentence, Throwable cause) {
        super(oneLine(sentence), cause);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
