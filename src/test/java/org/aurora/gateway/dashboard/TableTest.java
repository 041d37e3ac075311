package org.aurora.gateway.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.dashboard.Accessibility.assertAccessible;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TableTest {
    private static final String TEN_THOUSAND = """
            element => {
                element.parentElement.className = 'page';
                element.style.height = '600px';
                element.label = 'Numbers';
                element.opens = true;
                element.rowKey = row => String(row.n);
                element.columns = [
                    { id: 'n', label: 'Number', sort: row => row.n, cell: row => `row ${row.n}` },
                    { id: 'half', label: 'Half', align: 'end', cell: row => row.n / 2 },
                ];
                element.rows = Array.from({ length: 10000 }, (_, n) => ({ n }));
            }
            """;

    @RegisterExtension
    static final DashboardBrowser dashboard = DashboardBrowser.with(
            () -> RunningGateway.with("providers: { built-in: { type: demo } }").start());

    private static Page table() {
        Page page = dashboard.signedOut();
        Component.show(page, "aurora-table", "components/table.js", TEN_THOUSAND);
        page.waitForSelector("tbody tr[tabindex='0']");
        return page;
    }

    private static Locator active(Page page) {
        return page.locator("tr:focus");
    }

    @Test
    void rendersOnlyWhatIsSeenAndTellsOfTheRest() {
        Page page = table();

        assertThat(page.getByRole(AriaRole.GRID)).hasAttribute("aria-rowcount", "10001");
        assertThat(page.locator("tbody tr").count()).isLessThan(80);
        assertAccessible(page);
    }

    @Test
    void reachesTheLastRowByKeyAndComesBack() {
        Page page = table();
        page.locator("tr[tabindex='0']").focus();

        page.keyboard().press("End");
        assertThat(active(page)).hasAttribute("aria-rowindex", "10001");
        assertThat(active(page)).containsText("row 9999");
        assertThat(active(page)).isInViewport();

        page.keyboard().press("ArrowUp");
        assertThat(active(page)).containsText("row 9998");
        page.keyboard().press("Home");
        assertThat(active(page)).containsText("row 0");
    }

    @Test
    void opensTheRowOnWhichEnterIsPressed() {
        Page page = table();
        page.locator("tr[tabindex='0']").focus();
        page.keyboard().press("PageDown");
        page.keyboard().press("PageUp");
        page.keyboard().press("ArrowDown");

        page.keyboard().press("Enter");

        assertThat(Component.events(page)).isEqualTo("[[\"row-open\",\"{\\\"n\\\":1}\"]]");
    }

    @Test
    void sortsByAHeadAndSaysSo() {
        Page page = table();
        Locator head = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Number"));

        head.click();
        head.click();

        assertThat(page.locator("th[aria-sort=descending]")).hasCount(1);
        assertThat(page.locator("tbody tr:not(.spacer)").first()).containsText("row 9999");
    }

    @Test
    void showsFarRowsWhileOneScrolls() {
        Page page = table();

        page.evaluate("() => { document.querySelector('.table-box').scrollTop = 5000 * 44; }");

        assertThat(page.getByText("row 5001", new Page.GetByTextOptions().setExact(true)))
                .isInViewport();
    }

    @Test
    void keepsTheFocusOnARowThatIsScrolledOutOfView() {
        Page page = table();
        page.locator("tr[tabindex='0']").focus();
        page.keyboard().press("ArrowDown");
        assertThat(active(page)).containsText("row 1");

        page.locator(".table-box").hover();
        page.mouse().wheel(0, 5000 * 44);
        assertThat(page.getByText("row 5001", new Page.GetByTextOptions().setExact(true)))
                .isInViewport();

        assertThat(active(page)).hasAttribute("aria-rowindex", "3");
        assertThat(page.locator("tbody tr").count()).isLessThan(80);
        page.keyboard().press("ArrowDown");
        assertThat(active(page)).containsText("row 2");
        assertThat(active(page)).isInViewport();
    }

    @Test
    void isReachedByTabWhateverIsInView() {
        Page page = table();
        page.evaluate("() => { document.querySelector('.table-box').scrollTop = 5000 * 44; }");
        assertThat(page.getByText("row 5001", new Page.GetByTextOptions().setExact(true)))
                .isInViewport();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Number"))
                .focus();
        page.keyboard().press("Tab");

        assertThat(active(page)).containsText("row 0");
        assertThat(active(page)).isInViewport();
    }
}
