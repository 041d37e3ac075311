package org.aurora.gateway.extending;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    private static final Path DOCS = Path.of("docs");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");

    @Test
    void everyExampleIsExplained() throws Exception {
        String text = Files.readString(DOCS.resolve("extending.md"));
        try (Stream<Path> files = Files.walk(DOCS.resolve("examples"))) {
            List<String> examples = files.filter(Files::isRegularFile)
                    .map(file -> "(" + DOCS.relativize(file) + ")")
                    .toList();

            assertThat(examples).hasSizeGreaterThan(8).allSatisfy(example -> assertThat(text)
                    .contains(example));
        }
    }

    @Test
    void everyLinkOfTheDocumentationLeadsSomewhere() throws Exception {
        for (String document : List.of("extending.md", "architecture.md")) {
            Matcher links = LINK.matcher(Files.readString(DOCS.resolve(document)));
            assertThat(links.results().map(link -> DOCS.resolve(link.group(1))))
                    .isNotEmpty()
                    .allMatch(Files::exists);
        }
    }
}
