package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The whole history, read page by page, oldest first. */
record Journal(List<JsonNode> changes) {
    static Journal of(AdminClient admin) {
        List<JsonNode> newestFirst = new ArrayList<>();
        String page = "/changes?limit=200";
        for (List<JsonNode> found = admin.get(page).send().items().toList();
                !found.isEmpty();
                found = admin.get(page).send().items().toList()) {
            newestFirst.addAll(found);
            long last = found.get(found.size() - 1).path("revision").asLong();
            if (last == 1) {
                break;
            }
            page = "/changes?limit=200&before=" + last;
        }
        Collections.reverse(newestFirst);
        return new Journal(List.copyOf(newestFirst));
    }

    /** The newest revision; 0 where there is none. */
    long revision() {
        return changes.isEmpty()
                ? 0
                : changes.get(changes.size() - 1).path("revision").asLong();
    }

    /** The changes of one alias or rule, oldest first. */
    List<JsonNode> of(String name) {
        return changes.stream()
                .filter(change -> change.path("name").asText().equals(name))
                .toList();
    }

    /** Fails unless revisions, and each name's versions, count from 1 without gap or repetition. */
    void assertWhole() {
        assertThat(changes)
                .extracting(change -> change.path("revision").asLong())
                .containsExactlyElementsOf(counting(changes.size()));
        Map<String, List<JsonNode>> byName = changes.stream()
                .collect(Collectors.groupingBy(change ->
                        change.path("kind").asText() + " " + change.path("name").asText()));
        byName.forEach((name, ofOne) -> assertThat(ofOne)
                .as(name)
                .extracting(change -> change.path("version").asLong())
                .containsExactlyElementsOf(counting(ofOne.size())));
    }

    private static List<Long> counting(int length) {
        return LongStream.rangeClosed(1, length).boxed().toList();
    }
}
