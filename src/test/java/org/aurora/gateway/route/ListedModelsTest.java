package org.aurora.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aurora.gateway.access.Standing;
import org.aurora.gateway.caller.KeyLists;
import org.aurora.gateway.resolve.ModelEntry;
import org.aurora.gateway.resolve.ModelListKey;
import org.junit.jupiter.api.Test;

class ListedModelsTest {
    @Test
    void equalListsHaveTheSameTag() {
        assertThat(ListedModels.of(entries(3)).entityTag())
                .isEqualTo(ListedModels.of(entries(3)).entityTag())
                .isNotEqualTo(ListedModels.of(entries(4)).entityTag())
                .matches("\"[\\w-]+\"");
    }

    @Test
    void aListIsFoundByWhatItDependsOn() {
        Cache<Object, Object> cache = ListedModels.cache();
        ListedModels listed = ListedModels.of(entries(1));

        cache.put(key(7), listed);

        assertThat(cache.getIfPresent(key(7))).isSameAs(listed);
        assertThat(cache.getIfPresent(key(8))).isNull();
    }

    @Test
    void noMoreThan32MebibytesAreKept() {
        Cache<Object, Object> cache = ListedModels.cache();
        ListedModels large = ListedModels.of(entries(20_000));

        IntStream.range(0, 100).forEach(generation -> cache.put(key(generation), large));
        cache.cleanUp();

        assertThat(cache.estimatedSize() * large.json().length).isLessThanOrEqualTo(32L * 1024 * 1024);
        assertThat(cache.estimatedSize()).isPositive();
    }

    private static ModelListKey key(long generation) {
        return new ModelListKey(generation, new Standing(false, Optional.empty(), KeyLists.NONE));
    }

    private static List<ModelEntry> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new ModelEntry("provider/model-" + number, "provider", Map.of()))
                .toList();
    }
}
