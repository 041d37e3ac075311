package org.aurora.gateway.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Asks axe what keeps people from using a page as it stands. */
final class Accessibility {
    private static final String AXE = read();
    private static final String RUN = """
            async () => (await axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                resultTypes: ['violations'],
            })).violations.flatMap(violation => violation.nodes.map(node =>
                violation.id + ' (' + violation.impact + '): ' + node.html.slice(0, 300) + ' - ' + node.failureSummary))
            """;

    private Accessibility() {}

    /** The debugger's protocol puts the script in, which the page's policy rightly would not load. */
    static void assertAccessible(Page page) {
        page.waitForFunction("() => document.getAnimations().every(it => it.playState !== 'running')");
        page.evaluate(AXE);
        assertThat((List<?>) page.evaluate(RUN))
                .as("violations on %s", page.url())
                .isEmpty();
    }

    private static String read() {
        try (InputStream script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            if (script == null) {
                throw new IllegalStateException("axe.min.js is not on the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
