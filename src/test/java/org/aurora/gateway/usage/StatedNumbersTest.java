package org.aurora.gateway.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StatedNumbersTest {
    private static final Path READING = Path.of("src/main/java/org/aurora/gateway/usage/CountReading.java");
    private static final Pattern TEXT = Pattern.compile("\"([A-Za-z_.]+)\"");
    private static final Set<String> OPERATIONS = Set.of("embeddings", "rerank", "moderations");

    private final StatedNumbers numbers = new StatedNumbers(CountReading.PATHS);

    private void take(String json) {
        numbers.take("", json.getBytes(StandardCharsets.UTF_8));
    }

    /** A provider may say something new in each of a stream's millions of events. */
    @Test
    void keepsNothingThatNobodyWillAskFor() {
        for (int event = 0; event < 20_000; event++) {
            take("{\"prompt_tokens\": 12, \"odd_%1$d\": 1, \"odd\": {\"%1$d\": {\"cached_tokens\": 2}}}"
                    .formatted(event));
        }

        assertThat(numbers.size()).isEqualTo(1);
        assertThat(numbers.count("prompt_tokens")).hasValue(12);
    }

    @Test
    void readsPathsOfSeveralLevelsAmongOthers() {
        take("{\"a\": 1, \"prompt_tokens_details\": {\"b\": 2, \"cached_tokens\": 3, \"c\": {\"d\": 4}}, \"e\": 5}");

        assertThat(numbers.count("prompt_tokens_details.cached_tokens")).hasValue(3);
        assertThat(numbers.size()).isEqualTo(1);
    }

    /** A path that is asked for and not kept would be a number that is never found. */
    @Test
    void knowsEveryPathThatIsAskedFor() throws IOException {
        String source = Files.readString(READING);
        Set<String> asked = TEXT.matcher(source.substring(source.indexOf("TokenCounts counts()")))
                .results()
                .map(text -> text.group(1))
                .filter(text -> !OPERATIONS.contains(text))
                .collect(Collectors.toSet());

        assertThat(CountReading.PATHS).containsExactlyInAnyOrderElementsOf(asked);
    }
}
