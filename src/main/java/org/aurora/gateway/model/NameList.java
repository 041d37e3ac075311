package org.aurora.gateway.model;

import java.util.Collection;

/** Names in a sentence, which stays readable however many there are. */
public final class NameList {
    private static final int NAMES_IN_A_SENTENCE = 8;

    private NameList() {}

    /** The first eight, and that there are others. */
    public static String of(Collection<String> names) {
        String first =
                String.join(", ", names.stream().limit(NAMES_IN_A_SENTENCE).toList());
        return names.size() > NAMES_IN_A_SENTENCE ? first + " and others" : first;
    }
}
