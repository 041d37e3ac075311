package org.aurora.gateway.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayersTest {
    private static final Layers<String> LAYERS = Layers.declared(
                    List.of("b1", "a1", "b2"), text -> text.substring(0, 1))
            .withStored(Map.of("a", "a-stored", "c", "c-stored"), List.of());

    @Test
    void aDeclaredOneWinsOverAStoredOne() {
        assertThat(LAYERS.find("a")).contains("a1");
        assertThat(LAYERS.layerOf("a")).contains(Layer.DECLARED);
    }

    @Test
    void aStoredOneUnderADeclaredNameIsKept() {
        assertThat(LAYERS.findStored("a")).contains("a-stored");
    }

    @Test
    void ofTwoDeclaredOnesTheFirstCounts() {
        assertThat(LAYERS.find("b")).contains("b1");
    }

    @Test
    void eachNameIsInForceOnce() {
        assertThat(LAYERS.names()).containsExactly("b", "a", "c");
        assertThat(LAYERS.values()).containsExactly("b1", "a1", "c-stored");
    }

    @Test
    void aDeclaredOneCannotBeRemoved() {
        Layers<String> without = LAYERS.withStored(Map.of(), List.of("a", "c", "unheard-of"));

        assertThat(without.names()).containsExactly("b", "a");
        assertThat(without.findStored("a")).isEmpty();
        assertThat(without.layerOf("c")).isEmpty();
    }
}
