package org.aurora.gateway.chat;

import java.util.Optional;

/** What an answer, or an event of a stream, says beside its content. */
public enum AnswerField {
    MODEL("model", true),
    /** The same, as Gemini calls it. */
    MODEL_VERSION("modelVersion", false),
    USAGE("usage", true),
    /** The same, as Gemini calls it. */
    USAGE_METADATA("usageMetadata", false),
    /** Where Cohere says what it charges for. */
    META("meta", false),
    SERVICE_TIER("service_tier", true),
    TYPE("type", false),
    /** Of this array only the length is known. */
    CHOICES("choices", false),
    /** Of this array only the length is known. */
    DATA("data", false);

    private static final AnswerField[] FIELDS = values();

    private final String text;
    private final boolean inside;

    AnswerField(String text, boolean inside) {
        this.text = text;
        this.inside = inside;
    }

    boolean counted() {
        return this == CHOICES || this == DATA;
    }

    /**
     * The field that a name token spells.
     *
     * @param inside whether it stands in one of the objects {@code response} and {@code message}
     */
    static Optional<AnswerField> named(byte[] token, int length, boolean inside) {
        for (AnswerField field : FIELDS) {
            if ((field.inside || !inside) && JsonString.spells(token, 0, length, field.text)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
