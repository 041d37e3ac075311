package org.aurora.gateway.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Iterator;
import java.util.stream.Stream;
import org.aurora.gateway.inbound.JsonAnswer;

/**
 * A JSON document that is a list, or ends in one, and is written an element at a time.
 *
 * @param opening what comes before the first element
 * @param elements made as they are asked for, once
 * @param element how one of them is written
 * @param closing what comes after the last one
 */
record ListedJson<T>(JsonAnswer.Content opening, Iterator<T> elements, Element<T> element, JsonAnswer.Content closing) {

    /** Writes one element. */
    @FunctionalInterface
    interface Element<T> {
        void writeTo(JsonGenerator json, T element) throws IOException;
    }

    /** A bare array. */
    static <T> ListedJson<T> array(Stream<T> elements, Element<T> element) {
        return new ListedJson<>(
                JsonGenerator::writeStartArray, elements.iterator(), element, JsonGenerator::writeEndArray);
    }
}
