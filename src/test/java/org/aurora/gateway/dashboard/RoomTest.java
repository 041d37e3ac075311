package org.aurora.gateway.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.dashboard.KeysOnPage.button;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Duration;
import java.util.List;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Long names, and windows between a phone's and a wide screen's. */
class RoomTest {
    private static final String LONG = "L".repeat(240);
    private static final int LEGIBLE = 150;

    /** What scrolls sideways, by how much, and what in it is too wide. */
    private static final String STICKS_OUT = """
            () => [...document.querySelectorAll('main, dialog[open], .dialog-body')]
                .filter(it => it.scrollWidth > it.clientWidth)
                .map(it => `${it.className || it.localName}: ${it.scrollWidth - it.clientWidth} by `
                    + [...it.querySelectorAll('*')].filter(part => part.getBoundingClientRect().right > it.getBoundingClientRect().right)
                        .map(part => part.className || part.localName).slice(0, 5))
            """;

    @RegisterExtension
    static final DashboardBrowser dashboard = DashboardBrowser.with(RoomTest::start);

    private static RunningGateway start() {
        RunningGateway gateway = RunningGateway.with("""
                providers: { built-in: { type: demo, models: [demo-chat] } }
                """).start();
        RecordedCalls calls = new RecordedCalls();
        calls.and(calls.add(Duration.ofMinutes(1))
                .to("built-in", "demo-chat")
                .tokens(10, 0, 5)
                .unpriced());
        calls.into(gateway, "first");
        Operator operator = Operator.of(gateway);
        operator.put("/aliases/" + LONG, "{\"target\": \"built-in/demo-chat\"}");
        operator.put("/aliases/" + LONG, "{\"target\": \"built-in/demo-chat\", \"description\": \"" + LONG + "\"}");
        return gateway;
    }

    private static void assertNothingSticksOut(Page page) {
        assertThat(page.evaluate(STICKS_OUT)).isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "usage?range=7, 768",
        "usage?range=7, 1024",
        "usage?range=7&by=key, 900",
        "providers, 768",
        "keys, 820",
        "models, 768",
    })
    void theFirstColumnSaysWhatARowIsAbout(String where, int width) {
        Operator.of(dashboard.gateway()).post("/auth-keys", "{\"name\": \"search\"}");
        Page page = dashboard.signedIn(where);
        page.setViewportSize(width, 800);
        page.locator(".table-box tbody tr:not(.spacer) th").first().waitFor();

        BoundingBox first =
                page.locator(".table-box tbody tr:not(.spacer) th").first().boundingBox();

        assertThat(first.width).isGreaterThan(LEGIBLE);
        assertThat(page.evaluate("() => document.querySelector('main').scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(ints = {375, 1280})
    void aLongNameStaysWithinItsDialog(int width) {
        Page page = dashboard.signedIn("models?open=alias:" + LONG);
        page.setViewportSize(width, 800);
        assertNothingSticksOut(page);

        button(page, "Delete").click();
        page.getByText("Delete alias").waitFor();

        assertNothingSticksOut(page);
    }

    @ParameterizedTest
    @ValueSource(ints = {375, 1280})
    void aLongNameStaysWithinItsRulesEditorAndItsRevert(int width) {
        Page rule = dashboard.signedIn("models?edit=rule:built-in/" + LONG);
        rule.setViewportSize(width, 800);
        rule.locator("dialog[open] .dialog-body").waitFor();
        assertNothingSticksOut(rule);

        Page changes = dashboard.signedIn("changes?kind=alias");
        changes.setViewportSize(width, 800);
        changes.locator("button").getByText("Revert").first().click();
        changes.locator("dialog[open] .dialog-body").waitFor();
        assertNothingSticksOut(changes);
    }

    @ParameterizedTest
    @ValueSource(ints = {375, 1280})
    void aLongDescriptionStaysWithinItsExplanation(int width) {
        Page page = dashboard.signedIn("explain?model=" + LONG);
        page.setViewportSize(width, 800);

        page.locator(".steps > li").first().waitFor();
        assertNothingSticksOut(page);
    }

    @ParameterizedTest
    @ValueSource(ints = {375, 1280})
    void theSecretOfAKeyWithALongNameIsInSight(int width) {
        JsonNode made =
                Operator.of(dashboard.gateway()).post("/auth-keys", "{\"name\": \"" + LONG.substring(0, 120) + "\"}");
        Page page = dashboard.signedIn("keys?open=" + made.path("id").asText());
        page.setViewportSize(width, 800);
        button(page, "Rotate").click();
        assertNothingSticksOut(page);

        page.locator("form").getByText("Rotate", KeysOnPage.EXACTLY).click();
        page.locator(".secret").first().waitFor();

        assertNothingSticksOut(page);
    }

    @Test
    void aFormCanBeReadInALowWindow() {
        Page page = dashboard.signedIn("models?edit=alias:");
        page.setViewportSize(320, 256);
        page.locator("dialog[open] form").waitFor();

        page.locator("dialog[open] textarea").first().scrollIntoViewIfNeeded();

        assertThat(page.locator("dialog[open] textarea").first()).isInViewport();
        assertThat(page.evaluate("() => { const it = document.querySelector('dialog[open]');"
                        + " return it.scrollHeight > it.clientHeight && getComputedStyle(it).overflowY === 'auto'; }"))
                .isEqualTo(true);
    }
}
