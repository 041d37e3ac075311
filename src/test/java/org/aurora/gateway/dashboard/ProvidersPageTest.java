package org.aurora.gateway.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.dashboard.Accessibility.assertAccessible;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.regex.Pattern;
import org.aurora.gateway.dashboard.DashboardBrowser.View;
import org.aurora.gateway.testing.TestUpstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvidersPageTest {
    private static final TestUpstream good = Providers.listing(Providers.hostileIds());
    private static final TestUpstream failing = Providers.failing();

    @RegisterExtension
    static final DashboardBrowser dashboard = DashboardBrowser.with(() -> Providers.gatewayInFrontOf(good, failing));

    @AfterAll
    static void closeProviders() throws Exception {
        good.close();
        failing.close();
    }

    private static Locator row(Page page, String provider) {
        return page.locator("tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName(provider))));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,WIDE", "DARK,WIDE", "LIGHT,PHONE", "DARK,PHONE"})
    void everybodyCanUseIt(ColorScheme theme, View view) {
        Page page = dashboard.signedIn("providers", view, theme);
        row(page, "good").waitFor();

        assertAccessible(page);
    }

    @Test
    void saysHowItStandsWithEach() {
        Page page = dashboard.signedIn("providers");
        button(page, "Ask all now").click();

        assertThat(row(page, "good")).containsText("ok");
        assertThat(row(page, "failing")).containsText("failed");
        assertThat(row(page, "keyless")).containsText("off");
    }

    @Test
    void asksOneProviderAndSeesItsNewModels() {
        Page page = dashboard.signedIn("providers");
        int before = good.connectionsMade() + good.untakenRequests();

        button(page, "Ask good now").click();

        assertThat(page.getByText("good asked: 4 models")).isVisible();
        assertThat(good.connectionsMade() + good.untakenRequests()).isGreaterThan(before);
    }

    @Test
    void opensAProviderByKeyboardAndSharesItByItsLink() {
        Page page = dashboard.signedIn("providers");
        row(page, "good").focus();
        page.keyboard().press("Home");

        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("500");
        assertThat(page).hasURL(Pattern.compile(".*#/providers\\?open=failing"));
    }

    @Test
    void showsHostileNamesAsText() {
        Page page = dashboard.signedIn("providers");
        button(page, "Ask good now").click();
        page.getByText("good asked: 4 models").waitFor();
        assertAccessible(page);

        row(page, "good").getByText("good").click();

        assertThat(page.getByRole(AriaRole.DIALOG)).containsText(Providers.SCRIPT);
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText(Providers.RIGHT_TO_LEFT);
        assertAccessible(page);
    }

    @Test
    void keepsFiltersInTheUrl() {
        Page page = dashboard.signedIn("providers?state=off");

        assertThat(page.locator("tbody tr")).hasCount(1);
        page.getByLabel("Search providers").fill("nothing is called so");

        assertThat(page.getByText("No provider matches")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*state=off&search=nothing.*"));
        button(page, "Show all").click();
        assertThat(row(page, "good")).isVisible();
    }

    @Test
    void movesTheFocusToTheNewPageAndSaysItsName() {
        Page page = dashboard.signedIn("providers");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Keys"))
                .click();

        assertThat(page.locator("main h1")).hasText("Keys");
        assertThat(page.locator("main h1")).isFocused();
        assertThat(page.locator("body > [role=status]")).hasText("Keys, page shown");
    }

    @Test
    void looksAgainEachMinuteAndWhenTheTabIsSeenAgain() {
        Page page = dashboard.signedIn("providers");
        page.clock().install();
        page.reload();
        row(page, "good").waitFor();

        page.waitForResponse("**/providers/status", () -> page.clock()
                .fastForward(Duration.ofMinutes(5).toMillis()));

        assertThat(row(page, "good")).containsText(Pattern.compile("[56] minutes ago"));
        page.waitForResponse(
                "**/providers/status",
                () -> page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))"));
    }
}
