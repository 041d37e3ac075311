package org.aurora.gateway;

import java.util.concurrent.Callable;
import org.aurora.gateway.settings.ConfigurationException;

/** Why the gateway cannot start, as one sentence for the operator. */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private StartFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    static <T> T explained(Callable<T> step) {
        try {
            return step.call();
        } catch (Exception e) {
            throw new StartFailure(sentence(e), e);
        }
    }

    private static String sentence(Throwable failure) {
        String best = "";
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (link instanceof ConfigurationException) {
                return oneLine(String.valueOf(link.getMessage()));
            }
            String message = link.getMessage();
            if (message != null && !message.isBlank()) {
                best = message;
            }
        }
        return oneLine(best.isEmpty() ? failure.toString() : best);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
