package org.aurora.gateway.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.dashboard.Accessibility.assertAccessible;
import static org.aurora.gateway.dashboard.ModelsOnPage.button;
import static org.aurora.gateway.dashboard.ModelsOnPage.dialog;
import static org.aurora.gateway.dashboard.ModelsOnPage.labelled;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A gateway is started again with another admin key while somebody edits. */
class ChangedAdminKeyTest {
    private static final String KEYS = "AURORA_ADMIN_KEYS";

    @RegisterExtension
    static final DashboardBrowser dashboard = DashboardBrowser.with(
            () -> RunningGateway.with("providers: { built-in: { type: demo, models: [demo-chat] } }")
                    .environment(KEYS, "anna:the-first-key-of-annas")
                    .start());

    private static void signIn(Page page, String key) {
        page.locator("aurora-sign-in input[type=password]").fill(key);
        page.locator("aurora-sign-in button[type=submit]").click();
    }

    @Test
    void whatWasTypedIsSavedWithTheNewKeyAfterTheGatewayWasAway() {
        dashboard.expecting("ERR_CONNECTION_REFUSED");
        dashboard.expecting("status of 401");
        // What the dialog asks in the moment in which the gateway stops or starts.
        dashboard.allowing("status of 503");
        dashboard.allowing("ERR_EMPTY_RESPONSE");
        dashboard.allowing("ERR_CONNECTION_RESET");
        Page page = dashboard.newBrowser(DashboardBrowser.View.WIDE, ColorScheme.LIGHT);
        page.navigate(dashboard.address("models?edit=alias:"));
        signIn(page, "the-first-key-of-annas");
        labelled(dialog(page), "Name").waitFor();
        labelled(dialog(page), "Name").fill("stable");
        labelled(dialog(page), "Target").fill("built-in/demo-chat");
        dashboard.gateway().stop();
        button(dialog(page), "Save").click();
        assertThat(dialog(page).locator(".dialog-body > [role=alert]")).containsText("The gateway cannot be reached.");

        dashboard.gateway().startAgain(KEYS, "anna:the-second-key-of-annas");
        button(dialog(page), "Save").click();
        page.getByText("no longer takes this key").waitFor();
        assertAccessible(page);
        signIn(page, "the-second-key-of-annas");
        button(dialog(page), "Save").click();

        assertThat(page.locator("dialog[open]")).hasCount(0);
        Operator operator = Operator.of(dashboard.gateway());
        assertThat(operator.get("/aliases/stable").at("/targets/0/model").asText())
                .isEqualTo("demo-chat");
        assertThat(operator.get("/changes?kind=alias&limit=1").at("/0/actor").asText())
                .isEqualTo("anna");
    }
}
