package org.aurora.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseEventBoundaryTest {
    @Test
    void standsBetweenEventsBeforeTheFirstByte() {
        assertThat(new SseEventBoundary().reached()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n", "\r\r", "\r\n\r\n", "\n\r\n", "\r\n\n", "\n\r", "\r\n\r", "\n\n\n"})
    void standsBetweenEventsAfterAnEmptyLine(String end) {
        assertThat(after("data: x" + end)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"d", "data: x", "data: x\n", "data: x\r", "data: x\r\n", "data: x\n\ndata", ":\n", "\n "})
    void standsWithinAnEventElsewhere(String text) {
        assertThat(after(text)).isFalse();
    }

    @Test
    void knowsItAfterEveryByteOfAStream() {
        String stream = "ab\r\n\r\n" + "c\n\n" + ":d\r\r" + "e";
        String expected = "....##" + "..#" + "...#" + ".";
        SseEventBoundary boundary = new SseEventBoundary();
        StringBuilder seen = new StringBuilder();

        for (byte next : Bytes.of(stream)) {
            boundary.push(next);
            seen.append(boundary.reached() ? '#' : '.');
        }

        assertThat(seen).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"data: x", "data: x\n", "data: x\r", "data: x\r\n", "event: a\ndata: x\n"})
    void isReachedFromAnywhereByTwoLineFeeds(String text) {
        assertThat(after(text + "\n\n")).isTrue();
    }

    private static boolean after(String text) {
        SseEventBoundary boundary = new SseEventBoundary();
        boundary.push(Bytes.of(text));
        return boundary.reached();
    }
}
