package org.aurora.gateway.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UsageIdTest {
    @Test
    void sortsByTimeAndThenInTheOrderMade() {
        UsageId ids = new UsageId();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            made.add(ids.next(1_790_000_000_000L + i / 20_000));
        }

        assertThat(made).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void isAUuidOfVersionSevenThatTellsItsTime() {
        UUID id = UUID.fromString(new UsageId().next(1_790_000_000_123L));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(1_790_000_000_123L);
    }

    @Test
    void differsBetweenProcesses() {
        assertThat(new UsageId().next(1)).isNotEqualTo(new UsageId().next(1));
    }
}
