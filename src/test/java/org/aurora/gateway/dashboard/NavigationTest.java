package org.aurora.gateway.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.aurora.gateway.dashboard.DashboardBrowser.View;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NavigationTest {
    @RegisterExtension
    static final DashboardBrowser dashboard = DashboardBrowser.with(
            () -> RunningGateway.with("providers: { built-in: { type: demo } }").start());

    @Test
    void theMenuOfAPhoneClosesByEscapeAndByThePageOneIsOn() {
        Page page = dashboard.signedIn("providers", View.PHONE, ColorScheme.LIGHT);
        Locator menu = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Menu"));
        Locator current = page.locator("nav [aria-current=page]");
        menu.click();
        assertThat(current).isVisible();

        page.keyboard().press("Escape");

        assertThat(current).isHidden();
        assertThat(menu).isFocused();
        menu.click();
        current.click();
        assertThat(current).isHidden();
        assertThat(menu).isFocused();
    }
}
