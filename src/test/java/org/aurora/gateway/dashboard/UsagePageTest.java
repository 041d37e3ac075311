package org.aurora.gateway.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.dashboard.Accessibility.assertAccessible;
import static org.aurora.gateway.dashboard.KeysOnPage.button;
import static org.aurora.gateway.dashboard.KeysOnPage.field;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aurora.gateway.dashboard.DashboardBrowser.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsagePageTest {
    @RegisterExtension
    static final DashboardBrowser dashboard = DashboardBrowser.with(UsedGateway::start);

    private final GatewayApi api = new GatewayApi(dashboard.gateway());

    private static Locator figure(Page page, String label) {
        return page.locator(".figure")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(
                                "dt", new Page.LocatorOptions().setHasText(Pattern.compile("^" + label + "$")))));
    }

    private static Locator tab(Page page, String label) {
        return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(label));
    }

    private static Locator row(Page page, String name) {
        return page.locator("#usage-panel tbody tr").filter(new Locator.FilterOptions().setHasText(name));
    }

    private String total(String query) {
        return api.get("/usage/summary?" + query).get("total_cost").asText();
    }

    @Test
    void showsWhatAllCallsComeToExactly() {
        Page page = dashboard.signedIn("usage?range=7&path=/team/alpha");

        assertThat(figure(page, "Requests")).containsText("2");
        assertThat(figure(page, "Cost").locator(".cost").first()).hasText("0.40");
        assertThat(figure(page, "Cost").locator(".cost").first()).hasAttribute("title", "0.400000000000000001 USD");
        assertThat(total("days=7&user_path=/team/alpha")).isEqualTo("0.400000000000000001");
        assertThat(figure(page, "Tokens")).containsText("1,010 in, of which 400 cached; 55 out");
    }

    @Test
    void callsUnpricedModelsByTheirNameAndNeverZero() {
        Page page = dashboard.signedIn("usage?range=7");

        assertThat(page.locator(".unpriced")).containsText("2 requests of 1 model have no known cost");
        assertThat(page.locator(".unpriced a"))
                .hasAttribute("href", "#/models?search=built-in%2Fnew-model&edit=price%3Abuilt-in%2Fnew-model");
        assertThat(row(page, "new-model").locator("td").last()).hasText("not known");
        assertThat(figure(page, "Unpriced requests")).containsText("2");
        tab(page, "Log of calls").click();
        assertThat(row(page, "+alias").first().locator("td").last()).hasText("not known");
    }

    @Test
    void putsTheDearestFirstAndNarrowsToOneOfThem() {
        Page page = dashboard.signedIn("usage?range=7");
        assertThat(page.locator("#usage-panel tbody tr").first()).containsText(UsedGateway.FORMULA);

        row(page, "gpt-x").click();

        assertThat(page).hasURL(Pattern.compile(".*range=7&provider=built-in&model=gpt-x"));
        assertThat(figure(page, "Requests")).containsText("2");
        assertThat(page.locator("#usage-panel tbody tr")).hasCount(1);
        button(page, "Clear filters").click();
        assertThat(figure(page, "Requests")).containsText("6");
    }

    @ParameterizedTest
    @CsvSource({
        "model,built-in/gpt-x,0.40",
        "provider,built-in,'12,346.00+'",
        "alias,regular,0.3",
        "path,/team/alpha,0.3",
        "key,k-one,0.40"
    })
    void groupsByEachOfThem(String by, String name, String cost) {
        Page page = dashboard.signedIn("usage?range=7&by=" + by);

        assertThat(row(page, name).first().locator("td").last()).containsText(cost);
        assertThat(page.locator(".chart-legend")).containsText(name);
        assertThat(page.locator(".chart-plot canvas")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"9999,0", "10000,1"})
    void saysThatTheGatewayGivesNoMoreGroupsAtOnce(int groups, int notes) {
        Page page = dashboard.signedIn("usage?range=7&by=alias");
        tab(page, "Aliases").waitFor();
        String group =
                "{\"alias\":\"alias-%d\",\"requests\":1,\"input_tokens\":1,\"cached_input_tokens\":0,\"output_tokens\":1,"
                        + "\"total_tokens\":2,\"input_cost\":\"1\",\"output_cost\":\"1\",\"total_cost\":\"2\",\"unpriced_requests\":0}";
        page.route(
                Pattern.compile(".*/usage/aliases\\?.*"),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(IntStream.range(0, groups)
                                .mapToObj(group::formatted)
                                .collect(Collectors.joining(",", "[", "]")))));

        button(page, "Load again").click();

        assertThat(row(page, "alias-0").first()).isVisible();
        assertThat(page.getByText("There may be more: the gateway gives 10,000 at once"))
                .hasCount(notes);
    }

    @Test
    void saysWhyThereAreNoSumsByKeyBelowAPlace() {
        Page page = dashboard.signedIn("usage?range=7&by=key&path=/team");

        assertThat(page.locator("#usage-panel")).containsText("not kept by user path");
        assertAccessible(page);
    }

    @Test
    void keepsDaysAndFiltersInTheUrl() {
        Page page = dashboard.signedIn("usage");
        page.getByText("Dates", new Page.GetByTextOptions().setExact(true)).click();
        field(page, "First day (UTC)")
                .fill(LocalDate.now(ZoneOffset.UTC).minusDays(21).toString());
        field(page, "User path and below").fill("/archive");

        assertThat(figure(page, "Requests")).containsText("60");
        assertThat(page).hasURL(Pattern.compile(".*range=custom&from=.*&path=%2Farchive"));
        page.reload();
        assertThat(figure(page, "Requests")).containsText("60");
        assertThat(figure(page, "Cost").locator(".cost").first()).hasAttribute("title", "0.6 USD");
    }

    @Test
    void saysWhatToDoWhereNoCallMatches() {
        Page page = dashboard.signedIn("usage?range=7&path=/nobody");

        assertThat(page.getByText("No call matches")).isVisible();
        assertAccessible(page);
        page.locator(".state").getByText("Clear filters").click();
        assertThat(figure(page, "Requests")).containsText("6");
    }

    @Test
    void saysAtOnceWhatTheGatewayDoesNotTake() {
        dashboard.expecting("status of 400");

        Page page = dashboard.signedIn("usage?path=/a/../b");

        assertThat(page.locator("aurora-usage [role=alert]")).containsText("user_path");
    }

    @Test
    void showsTheChartAsATableToo() {
        Page page = dashboard.signedIn("usage?range=7&path=/team/alpha");
        page.locator("aurora-usage-chart summary").click();

        assertThat(page.locator("aurora-usage-chart tbody tr")).hasCount(7);
        assertThat(page.locator("aurora-usage-chart tbody tr")
                        .last()
                        .locator("td")
                        .first())
                .hasAttribute("title", "0.3 USD");
        assertThat(page.locator("aurora-usage-chart tbody tr")
                        .nth(4)
                        .locator("td")
                        .first())
                .hasAttribute("title", "0.100000000000000001 USD");
    }

    @Test
    void keepsTheChosenTabInSightOnAPhone() {
        Page page = dashboard.signedIn("usage?range=7&by=log", View.PHONE, ColorScheme.LIGHT);

        assertThat(tab(page, "Log of calls")).isVisible();
        assertThat(
                        tab(page, "Log of calls")
                                .evaluate(
                                        "it => it.getBoundingClientRect().right <= innerWidth && it.getBoundingClientRect().left >= 0"))
                .isEqualTo(true);
    }

    @Test
    void showsTheHoursOfToday() {
        Page page = dashboard.signedIn("usage?range=1");

        page.locator("aurora-usage-chart summary").click();

        assertThat(page.locator("aurora-usage-chart tbody tr")).hasCount(24);
    }

    @Test
    void turnsPagesOfTheLog() {
        Page page = dashboard.signedIn("usage?range=90&by=log&path=/archive");
        assertThat(page.locator(".pager")).containsText("1 to 50 of 60");

        button(page, "Older").click();

        assertThat(page.locator(".pager")).containsText("51 to 60 of 60");
        assertThat(page.locator(".log-table tbody tr")).hasCount(10);
        assertThat(button(page, "Older")).isDisabled();
        assertThat(page).hasURL(Pattern.compile(".*offset=50"));
    }

    @Test
    void unfoldsACallByKeyboardAndSharesItByItsLink() {
        Page page = dashboard.signedIn("usage?range=7&by=log");
        row(page, "+alias").first().getByRole(AriaRole.BUTTON).focus();

        page.keyboard().press("Enter");

        assertThat(page.locator(".log-detail")).containsText("+alias → below");
        assertThat(page.locator(".log-detail")).containsText("no price is known for the model");
        assertThat(page.locator(".log-detail")).containsText("request-");
        assertThat(page).hasURL(Pattern.compile(".*open=call-\\d"));
        page.reload();
        assertThat(page.locator(".log-detail")).containsText("+alias → below");
    }

    @Test
    void saysWhatWentWrongWithACall() {
        Page page = dashboard.signedIn("usage?range=7&by=log&open=call-6");

        assertThat(page.locator(".log-detail")).containsText("upstream_cut");
        assertThat(page.locator(".log-detail")).containsText("cut off, so counts may be too low");
        assertAccessible(page);
        assertThat(row(page, "nothing").first()).containsText("404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"usage?range=90&by=model", "usage?range=90&by=log&open=call-7", "usage?range=90&by=alias"})
    void everybodyCanUseItWhateverThingsAreCalled(String where) {
        for (View view : View.values()) {
            Page page = dashboard.signedIn(where, view, view == View.PHONE ? ColorScheme.DARK : ColorScheme.LIGHT);
            page.locator("#usage-panel table").waitFor();
            page.locator(".chart-plot canvas").waitFor();
            page.locator("aurora-usage-chart summary").click();

            assertAccessible(page);
            assertThat(page.evaluate(
                            "() => { const main = document.querySelector('main'); return main.scrollWidth <= main.clientWidth"
                                    + " && document.documentElement.scrollWidth <= innerWidth; }"))
                    .isEqualTo(true);
        }
    }

    @Test
    void redrawsTheChartInTheOtherTheme() {
        Page page = dashboard.signedIn("usage?range=7");
        page.locator(".chart-plot canvas").waitFor();
        String light = page.locator(".chart-plot canvas")
                .evaluate("it => it.toDataURL()")
                .toString();

        page.locator(".segment[title=Dark]").click();

        assertThat(page.locator(".chart-plot canvas")
                        .evaluate("it => it.toDataURL()")
                        .toString())
                .isNotEqualTo(light);
    }

    @Test
    void keepsWhatIsThereWhereTheGatewayIsAway() {
        dashboard.expecting("ERR_INTERNET_DISCONNECTED");
        Page page = dashboard.signedIn("usage?range=7");
        row(page, "gpt-x").waitFor();
        page.context().setOffline(true);

        button(page, "Load again").click();

        assertThat(page.locator("aurora-connection-banner")).containsText("The gateway cannot be reached.");
        assertThat(row(page, "gpt-x")).isVisible();
        page.context().setOffline(false);
        assertThat(page.locator("aurora-usage [role=alert]")).hasCount(0);
    }

    @Test
    void takesAPlaceWithABlankInIt() {
        Page page = dashboard.signedIn("usage?range=7");

        field(page, "User path and below").pressSequentially("/team ");
        assertThat(page).hasURL(Pattern.compile(".*path=%2Fteam$"));
        field(page, "User path and below").pressSequentially("a");

        assertThat(field(page, "User path and below")).hasValue("/team a");
        assertThat(page).hasURL(Pattern.compile(".*path=%2Fteam(\\+|%20)a$"));
    }
}
