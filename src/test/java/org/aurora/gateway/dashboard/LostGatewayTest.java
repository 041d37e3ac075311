package org.aurora.gateway.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.aurora.gateway.dashboard.Accessibility.assertAccessible;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LostGatewayTest {
    @RegisterExtension
    static final DashboardBrowser dashboard = DashboardBrowser.with(
            () -> RunningGateway.with("providers: { built-in: { type: demo } }").start());

    @Test
    void saysSoKeepsWhatIsThereAndGoesOnByItself() {
        dashboard.expecting("ERR_INTERNET_DISCONNECTED");
        Page page = dashboard.signedIn("providers");
        page.getByText("built-in").waitFor();
        page.context().setOffline(true);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask built-in now"))
                .click();

        assertThat(page.locator("aurora-connection-banner")).containsText("The gateway cannot be reached.");
        assertThat(page.getByRole(AriaRole.ROWHEADER)).containsText("built-in");
        assertAccessible(page);
        page.context().setOffline(false);
        assertThat(page.locator("aurora-connection-banner")).isEmpty();
    }

    @Test
    void loadsWhatFailedOnceTheGatewayIsBack() {
        dashboard.expecting("ERR_INTERNET_DISCONNECTED");
        Page page = dashboard.signedIn("keys");
        page.evaluate(
                "() => import(document.querySelector('script[type=module]').src.replace('app.js', 'pages/providers.js'))");
        page.context().setOffline(true);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Providers"))
                .click();
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("The gateway cannot be reached"))
                .waitFor();

        page.context().setOffline(false);

        assertThat(page.getByRole(AriaRole.ROWHEADER)).containsText("built-in");
    }

    @Test
    void doesNotBlameTheGatewayForAFaultOfTheDashboard() {
        dashboard.expecting("TypeError");
        Page page = dashboard.signedIn("providers");
        page.route(
                "**/api/v1/aliases",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(200)
                        .setContentType("application/json")
                        .setBody("{\"not\": \"a list\"}")));

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Models"))
                .click();

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("The dashboard failed")))
                .isVisible();
        assertThat(page.getByText("cannot be reached")).hasCount(0);
    }

    @Test
    void showsAPageWhoseFilesCouldNotBeHadOnceTheGatewayIsBack() {
        dashboard.expecting("ERR_INTERNET_DISCONNECTED");
        Page page = dashboard.signedIn("keys");
        Locator lost =
                page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("The gateway cannot be reached"));
        page.context().setOffline(true);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Providers"))
                .click();
        lost.waitFor();
        assertAccessible(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again"))
                .click();
        lost.waitFor();

        page.context().setOffline(false);

        assertThat(page.getByRole(AriaRole.ROWHEADER)).containsText("built-in");
    }

    @Test
    void loadsAFileAgainThatDidNotArrive() {
        dashboard.expecting("Failed to fetch dynamically imported module");
        dashboard.allowing("ERR_FAILED");
        Page page = dashboard.signedIn("keys");
        page.route("**/pages/providers.js", Route::abort);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Providers"))
                .click();
        page.getByText("A file of the dashboard did not arrive").waitFor();
        page.unroute("**/pages/providers.js");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again"))
                .click();

        assertThat(page.getByRole(AriaRole.ROWHEADER)).containsText("built-in");
    }
}
