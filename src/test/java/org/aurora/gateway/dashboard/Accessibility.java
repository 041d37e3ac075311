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

    private static final String WEAR = """
            theme => {
                if (theme === null) delete document.documentElement.dataset.theme;
                else document.documentElement.dataset.theme = theme;
            }
            """;

    private Accessibility() {}

    /**
     * In the light theme and in the dark one, as if the switch had been used. The debugger's protocol puts the script in,
     * which the page's policy rightly would not load.
     */
    static void assertAccessible(Page page) {
        page.evaluate(AXE);
        Object before = page.evaluate("() => document.documentElement.dataset.theme ?? null");
        for (String theme : List.of("light", "dark")) {
            page.evaluate(WEAR, theme);
            page.waitForFunction("() => document.getAnimations().every(it => it.playState !== 'running')");
            assertThat((List<?>) page.evaluate(RUN))
                    .as("violations on %s in the %s theme", page.url(), theme)
                    .isEmpty();
        }
        page.evaluate(WEAR, before);
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
