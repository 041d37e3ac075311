package org.aurora.gateway.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the scripts of the dashboard may not do. */
class SourcesTest {
    private static final Path SOURCES = Path.of("src/main/resources/dashboard");
    private static final int MOST_LINES = 350;

    /** Text from outside becomes markup by none of these; the policy forbids styles and handlers in attributes. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "unsafe-?(html|svg|mathml|static)|innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function"
                    + "|style-map|styleMap|\\sstyle=|\\son[a-z]+=\"|https?://(?!www\\.w3\\.org/)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BROWSERS_OWN = Pattern.compile(
            "^  (async )?(remove|before|after|append|prepend|replaceWith|closest|matches|contains|focus|blur|click)\\(");

    private static List<Path> files(String ending) throws Exception {
        try (Stream<Path> paths = Files.walk(SOURCES)) {
            return paths.filter(path -> path.toString().endsWith(ending)).toList();
        }
    }

    @Test
    void scriptsStayShort() throws Exception {
        assertThat(files(".js")).hasSizeGreaterThan(20).allSatisfy(file -> assertThat(Files.readAllLines(file))
                .hasSizeLessThanOrEqualTo(MOST_LINES));
    }

    @Test
    void nothingTurnsTextIntoMarkupOrBreaksThePolicy() throws Exception {
        for (Path file :
                Stream.concat(files(".js").stream(), files(".html").stream()).toList()) {
            assertThat(Files.readAllLines(file))
                    .as(file.toString())
                    .noneMatch(line -> FORBIDDEN.matcher(line).find());
        }
    }

    @Test
    void colourIsNamedInTheTokensAlone() throws Exception {
        for (Path file : files(".css")) {
            if (!file.endsWith("tokens.css")) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b");
            }
        }
    }

    /** Lit takes an element out of the page by calling what would be ours then, with whatever that does. */
    @Test
    void noElementHasAMethodThatTheBrowserHasToo() throws Exception {
        for (Path file : files(".js")) {
            if (Files.readString(file).contains("extends ")) {
                assertThat(Files.readAllLines(file))
                        .as(file.toString())
                        .noneMatch(line -> BROWSERS_OWN.matcher(line).find());
            }
        }
    }
}
