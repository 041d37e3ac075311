package org.aurora.gateway.journal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of thing a setting is. */
public enum SettingKind {
    ALIAS,
    RULE,
    KEY,
    PRICE;

    /** As it is stored, and as {@code kind=} of the history takes it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind that is stored under this text; empty for one this version does not know. */
    public static Optional<SettingKind> of(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
