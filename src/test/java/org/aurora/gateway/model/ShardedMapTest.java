package org.aurora.gateway.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShardedMapTest {
    @Test
    void isWhatAPlainMapIsAfterAnyChanges() {
        Random random = new Random(1);
        Map<String, Integer> plain = new HashMap<>();
        ShardedMap<String, Integer> sharded = ShardedMap.empty();
        for (int step = 0; step < 100; step++) {
            Map<String, Integer> put =
                    some(random).collect(Collectors.toMap(Function.identity(), key -> random.nextInt()));
            List<String> removed = some(random).toList();
            removed.forEach(plain::remove);
            plain.putAll(put);

            sharded = sharded.with(put, removed);

            assertThat(content(sharded)).as("step %d", step).isEqualTo(plain);
            assertThat(sharded.size()).isEqualTo(plain.size());
        }
    }

    @Test
    void aChangedCopyLeavesTheOneItWasMadeFromAlone() {
        ShardedMap<String, Integer> before = ShardedMap.<String, Integer>empty().with(numbered(1_000), List.of());

        before.with(Map.of("1", -1, "new", 1), List.of("2"));

        assertThat(content(before)).isEqualTo(numbered(1_000));
    }

    @Test
    void growingLeavesTheOneItGrewFromAlone() {
        ShardedMap<String, Integer> before = ShardedMap.<String, Integer>empty().with(numbered(100), List.of());

        before.with(numbered(10_000), List.of("1"));

        assertThat(content(before)).isEqualTo(numbered(100));
    }

    @Test
    void tellsWhatItHasBeyondAnotherAfterAnyChanges() {
        Random random = new Random(2);
        ShardedMap<String, Integer> sharded = ShardedMap.empty();
        List<ShardedMap<String, Integer>> earlier = new ArrayList<>(List.of(sharded));
        for (int step = 0; step < 60; step++) {
            Map<String, Integer> put =
                    some(random).collect(Collectors.toMap(Function.identity(), key -> random.nextInt(3)));
            sharded = sharded.with(put, some(random).toList());
            ShardedMap<String, Integer> other = earlier.get(random.nextInt(earlier.size()));
            earlier.add(sharded);

            assertThat(beyond(sharded, other)).as("step %d", step).isEqualTo(plainlyBeyond(sharded, other));
            assertThat(beyond(other, sharded)).as("step %d", step).isEqualTo(plainlyBeyond(other, sharded));
        }
    }

    private static Map<String, Integer> beyond(ShardedMap<String, Integer> one, ShardedMap<String, Integer> other) {
        return one.entriesBeyond(other).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Integer> plainlyBeyond(
            ShardedMap<String, Integer> one, ShardedMap<String, Integer> other) {
        Map<String, Integer> beyond = content(one);
        beyond.entrySet().removeAll(content(other).entrySet());
        return beyond;
    }

    @Test
    void aKeyBothRemovedAndPutIsThere() {
        assertThat(ShardedMap.<String, Integer>empty()
                        .with(Map.of("a", 1), List.of("a"))
                        .find("a"))
                .contains(1);
    }

    @Test
    void keysOfOneHashCodeAreToldApart() {
        Map<String, Integer> colliding = colliding();

        ShardedMap<String, Integer> sharded =
                ShardedMap.<String, Integer>empty().with(colliding, List.of());

        assertThat(colliding.keySet().stream().map(String::hashCode).distinct()).hasSize(1);
        assertThat(content(sharded)).isEqualTo(colliding);
    }

    private static Map<String, Integer> colliding() {
        List<String> texts = List.of("");
        for (int length = 0; length < 10; length++) {
            texts = texts.stream()
                    .flatMap(text -> Stream.of(text + "Aa", text + "BB"))
                    .toList();
        }
        return texts.stream().collect(Collectors.toMap(Function.identity(), String::length));
    }

    private static Stream<String> some(Random random) {
        return random.ints(random.nextInt(600), 0, 9_000).distinct().mapToObj(Integer::toString);
    }

    private static Map<String, Integer> numbered(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(Object::toString, Function.identity()));
    }

    private static Map<String, Integer> content(ShardedMap<String, Integer> sharded) {
        Map<String, Integer> content =
                sharded.entries().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<String, Integer> found = content.keySet().stream()
                .collect(Collectors.toMap(
                        Function.identity(), key -> sharded.find(key).orElseThrow()));
        assertThat(found).isEqualTo(content);
        return content;
    }
}
