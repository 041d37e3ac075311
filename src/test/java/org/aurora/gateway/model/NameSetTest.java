package org.aurora.gateway.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NameSetTest {
    /** Some changes are of a few names and some of hundreds, so that it grows and shrinks past every form it has. */
    @Test
    void isWhatAPlainSetIsAfterAnyChanges() {
        Random random = new Random(1);
        Set<String> plain = new HashSet<>();
        NameSet names = NameSet.empty();
        for (int step = 0; step < 500; step++) {
            List<String> added = some(random).toList();
            List<String> removed = some(random).toList();
            removed.forEach(plain::remove);
            plain.addAll(added);

            names = names.with(added, removed);

            assertThat(names.names()).as("step %d", step).containsExactlyInAnyOrderElementsOf(plain);
            assertThat(names.isEmpty()).isEqualTo(plain.isEmpty());
        }
    }

    @Test
    void isEmptyOnceAllAreGone() {
        for (int count : new int[] {1, 32, 33, 2_000}) {
            List<String> all = numbered(count);

            assertThat(NameSet.empty().with(all, List.of()).with(List.of(), all).isEmpty())
                    .isTrue();
        }
    }

    @Test
    void aChangedCopyLeavesTheOneItWasMadeFromAlone() {
        for (int count : new int[] {1, 32, 33, 2_000}) {
            NameSet before = NameSet.empty().with(numbered(count), List.of());

            before.with(List.of("new"), List.of("0"));

            assertThat(before.names()).containsExactlyInAnyOrderElementsOf(numbered(count));
        }
    }

    private static Stream<String> some(Random random) {
        int count = random.nextInt(random.nextBoolean() ? 10 : 400);
        return random.ints(count, 0, 600).distinct().mapToObj(Integer::toString);
    }

    private static List<String> numbered(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }
}
