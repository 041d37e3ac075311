package org.aurora.gateway.inventory;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a model is for, in the few words that a catalogue is sorted by. */
public enum ModelCategory {
    TEXT_GENERATION("Text generation", "chat", "completion", "responses", "text"),
    EMBEDDING("Embeddings", "embedding"),
    IMAGE("Image", "image_generation", "image_edit", "image"),
    AUDIO("Audio", "audio_transcription", "audio_speech", "audio", "speech"),
    VIDEO("Video", "video_generation", "video"),
    UTILITY("Utility", "rerank", "moderation", "ocr", "search");

    private final String title;
    private final List<String> modes;

    ModelCategory(String title, String... modes) {
        this.title = title;
        this.modes = List.of(modes);
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    /** As programs read it: {@code text_generation}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The category of that text. */
    public static Optional<ModelCategory> of(String text) {
        return EnumSet.allOf(ModelCategory.class).stream()
                .filter(category -> category.text().equals(text))
                .findFirst();
    }

    /** Those that the {@code modes} of a model's metadata put it into; none where nothing is said about it. */
    public static Set<ModelCategory> of(Map<String, Object> metadata) {
        Set<ModelCategory> categories = EnumSet.noneOf(ModelCategory.class);
        if (metadata.get("modes") instanceof List<?> written) {
            for (ModelCategory category : values()) {
                if (written.stream().anyMatch(category.modes::contains)) {
                    categories.add(category);
                }
            }
        }
        return categories;
    }
}
