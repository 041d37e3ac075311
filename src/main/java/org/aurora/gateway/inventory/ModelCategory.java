package org.aurora.gateway.inventory;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a model is for, in the few words that a catalogue is sorted by. */
public enum ModelCategory {
    TEXT_GENERATION("Text generation"),
    EMBEDDING("Embeddings"),
    IMAGE("Image"),
    AUDIO("Audio"),
    VIDEO("Video"),
    UTILITY("Utility");

    private static final Map<String, ModelCategory> BY_MODE = Stream.of(
                    Map.of(
                            "chat", TEXT_GENERATION,
                            "completion", TEXT_GENERATION,
                            "responses", TEXT_GENERATION,
                            "text", TEXT_GENERATION),
                    Map.of("embedding", EMBEDDING),
                    Map.of("image_generation", IMAGE, "image_edit", IMAGE, "image", IMAGE),
                    Map.of("audio_transcription", AUDIO, "audio_speech", AUDIO, "audio", AUDIO, "speech", AUDIO),
                    Map.of("video_generation", VIDEO, "video", VIDEO),
                    Map.of("rerank", UTILITY, "moderation", UTILITY, "ocr", UTILITY, "search", UTILITY))
            .flatMap(modes -> modes.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String title;

    ModelCategory(String title) {
        this.title = title;
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
        return Stream.of(values())
                .filter(category -> category.text().equals(text))
                .findFirst();
    }

    /** Those that the {@code modes} of a model's metadata put it into; none where nothing is said about it. */
    public static Set<ModelCategory> of(Map<String, Object> metadata) {
        Set<ModelCategory> categories = EnumSet.noneOf(ModelCategory.class);
        List<?> modes = metadata.get("modes") instanceof List<?> written ? written : List.of();
        modes.forEach(
                mode -> Optional.ofNullable(BY_MODE.get(String.valueOf(mode))).ifPresent(categories::add));
        return categories;
    }
}
