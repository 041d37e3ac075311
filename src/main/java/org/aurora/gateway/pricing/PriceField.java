package org.aurora.gateway.pricing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a model can have a price for, apart from tiers. Those {@code per_mtok} are for a million tokens. */
public enum PriceField {
    INPUT_PER_MTOK,
    OUTPUT_PER_MTOK,
    CACHED_INPUT_PER_MTOK,
    CACHE_WRITE_PER_MTOK,
    REASONING_OUTPUT_PER_MTOK,
    AUDIO_INPUT_PER_MTOK,
    AUDIO_OUTPUT_PER_MTOK,
    BATCH_INPUT_PER_MTOK,
    BATCH_OUTPUT_PER_MTOK,
    PER_IMAGE,
    INPUT_PER_IMAGE,
    PER_REQUEST,
    PER_SECOND_INPUT,
    PER_SECOND_OUTPUT,
    PER_CHARACTER_INPUT,
    PER_PAGE;

    /** Its key in the configuration file, the admin API and the journal. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field of that key; empty where there is none. */
    public static Optional<PriceField> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key().equals(key)).findFirst();
    }

    /** All keys, in the order in which prices are shown. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(PriceField::key).toList();
    }
}
