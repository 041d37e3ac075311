package org.aurora.gateway.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.caller.Keys.NOW;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyBookTest {
    private final KeyText text = Keys.text();
    private final ManagedKey key = Keys.of(text);

    @Test
    void findsAKeyByExactlyItsId() {
        KeyBook book = Keys.book(key);

        assertThat(book.find(text.id())).contains(key);
        assertThat(book.find(text.id() + " ")).isEmpty();
    }

    @Test
    void leavesEarlierBooksAsTheyWere() {
        KeyBook before = Keys.book(key);

        KeyBook revoked = before.with(Map.of(key.id(), key.revoked(NOW)), List.of());
        KeyBook deleted = before.with(Map.of(), List.of(key.id()));

        assertThat(before.find(key.id())).contains(key);
        assertThat(revoked.find(key.id()).orElseThrow().revokedAt()).contains(NOW);
        assertThat(deleted.find(key.id())).isEmpty();
    }

    @Test
    void isTheSameWhereNothingChanges() {
        KeyBook book = Keys.book(key);

        assertThat(book.with(Map.of(), List.of())).isSameAs(book);
    }

    @Test
    void findsEachOfAHundredThousand() {
        Map<String, ManagedKey> many = Stream.generate(() -> Keys.of(Keys.text()))
                .limit(100_000)
                .collect(Collectors.toMap(ManagedKey::id, made -> made));

        KeyBook book = KeyBook.empty().with(many, List.of()).with(Map.of(key.id(), key), List.of());

        assertThat(book.size()).isEqualTo(100_001);
        assertThat(many.values())
                .allMatch(made -> book.find(made.id()).orElseThrow().equals(made));
        assertThat(book.all()).hasSize(100_001).contains(key);
    }
}
