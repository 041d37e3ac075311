package org.aurora.gateway.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.dashboard.ModelsOnPage.dialog;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DialogTest {
    private static final String OPEN = "element => { element.heading = 'A dialog'; element.open = true; }";
    private static final String LOCKED = OPEN.replace("}", "element.locked = true; }");

    @RegisterExtension
    static final DashboardBrowser dashboard = DashboardBrowser.with(
            () -> RunningGateway.with("providers: { built-in: { type: demo } }").start());

    private static Page shown(String setup) {
        Page page = dashboard.signedIn("providers");
        page.getByRole(AriaRole.ROWHEADER).waitFor();
        Component.show(page, "aurora-dialog", "components/dialog.js", setup);
        assertThat(dialog(page)).isVisible();
        return page;
    }

    private static void pressEscapeThreeTimes(Page page) {
        for (int press = 0; press < 3; press++) {
            page.keyboard().press("Escape");
        }
    }

    @Test
    void staysWhileItIsLockedHoweverOftenEscapeIsPressed() {
        Page page = shown(LOCKED);

        pressEscapeThreeTimes(page);

        assertThat(dialog(page)).isVisible();
        assertThat(Component.events(page)).isEqualTo("[]");
    }

    @Test
    void leavesItToItsOwnerWhetherItCloses() {
        Page page = shown(OPEN);

        pressEscapeThreeTimes(page);

        assertThat(dialog(page)).isVisible();
        assertThat(Component.events(page).split("dialog-close", -1)).hasSize(4);
    }

    @Test
    void standsAgainWhereTheBrowserHasClosedIt() {
        Page page = shown(OPEN);

        page.evaluate("() => document.querySelector('dialog').close()");

        await().untilAsserted(() -> assertThat(Component.events(page)).isEqualTo("[[\"dialog-close\",\"null\"]]"));
        assertThat(dialog(page)).isVisible();
    }
}
