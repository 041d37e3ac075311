package org.aurora.gateway.settings;

/**
 * A configuration the gateway refuses to start with. The message is one sentence for the operator: the place, the
 * value unless it is a secret, and what is allowed there. It carries no stack trace, since it is an answer.
 */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigurationException(String sentence) {
        super(sentence, null, false, false);
    }
}
