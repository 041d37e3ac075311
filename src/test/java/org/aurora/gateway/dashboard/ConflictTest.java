package org.aurora.gateway.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.dashboard.Accessibility.assertAccessible;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConflictTest {
    private static final String TWO_VERSIONS = """
            element => {
                element.before(Object.assign(document.createElement('h2'), { textContent: 'A dialog' }));
                element.by = 'anna';
                element.theirs = { target: 'up/a', enabled: true };
                element.mine = { target: 'up/<b>b</b>', enabled: true };
                element.fields = [{ id: 'target', label: 'Target' }, { id: 'enabled', label: 'Enabled' }];
            }
            """;

    @RegisterExtension
    static final DashboardBrowser dashboard = DashboardBrowser.with(
            () -> RunningGateway.with("providers: { built-in: { type: demo } }").start());

    @Test
    void showsBothVersionsSideBySide() {
        Page page = dashboard.signedOut();

        Component.show(page, "aurora-conflict", "components/conflict.js", TWO_VERSIONS);

        assertThat(page.locator("tr.differs")).hasCount(1);
        assertThat(page.locator("tr.differs")).containsText("up/<b>b</b>");
        assertAccessible(page);
    }

    @Test
    void letsOneChooseWhichToGoOnFrom() {
        Page page = dashboard.signedOut();
        Component.show(page, "aurora-conflict", "components/conflict.js", TWO_VERSIONS);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Go on from theirs"))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Write mine over it"))
                .click();

        assertThat(Component.events(page)).isEqualTo("[[\"take-theirs\",\"null\"],[\"write-mine\",\"null\"]]");
    }
}
