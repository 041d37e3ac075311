package org.aurora.gateway.caller;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.aurora.gateway.model.Secret;

/** Keys for tests, made at {@link #NOW}. */
final class Keys {
    static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    private static final Random RANDOM = new Random(7);

    private Keys() {}

    static KeyText text() {
        return KeyText.generate(RANDOM);
    }

    static KeySettings settings(Optional<String> path, Optional<Instant> expiresAt) {
        return new KeySettings("a key", path.map(UserPath::new), KeyLists.NONE, expiresAt);
    }

    static ManagedKey of(KeyText text) {
        return ManagedKey.create(text, settings(Optional.empty(), Optional.empty()), NOW);
    }

    static ManagedKey at(String path, KeyText text) {
        return ManagedKey.create(text, settings(Optional.of(path), Optional.empty()), NOW);
    }

    static ManagedKey endingAt(Instant expiresAt, KeyText text) {
        return ManagedKey.create(text, settings(Optional.empty(), Optional.of(expiresAt)), NOW);
    }

    static KeyBook book(ManagedKey key) {
        return KeyBook.empty().with(Map.of(key.id(), key), List.of());
    }

    /** The same credential with another secret. */
    static String wrong(KeyText text) {
        Secret other = KeyText.generate(text.id(), RANDOM).text();
        return other.reveal();
    }
}
