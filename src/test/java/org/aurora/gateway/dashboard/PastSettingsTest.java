package org.aurora.gateway.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.aurora.gateway.dashboard.Accessibility.assertAccessible;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.aurora.gateway.dashboard.DashboardBrowser.View;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings as they were, in the dashboard: changes?at=. */
class PastSettingsTest {
    @RegisterExtension
    static final DashboardBrowser dashboard =
            DashboardBrowser.with(() -> RunningGateway.with("providers: { up: { type: demo, models: [gpt-x, other] } }")
                    .start());

    private static long then;

    @BeforeEach
    void writeAHistory() {
        Operator operator = Operator.of(dashboard.gateway());
        if (then > 0) {
            return;
        }
        operator.alias("stays", "gpt-x");
        operator.alias("goes", "gpt-x");
        operator.put(Operator.rule("up/"), "{\"user_paths\": [\"/team\"]}");
        operator.put("/model-pricing/up%2Fgpt-x", "{\"pricing\": {\"input_per_mtok\": 2}}");
        operator.alias("moves", "gpt-x", "X-Change-Reason", "the last of then");
        then = operator.newestRevision();
        operator.alias("moves", "other");
        operator.delete(Operator.alias("goes"));
        operator.alias("comes", "other");
    }

    private static Locator row(Page page, String name) {
        return page.locator("tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName(name))));
    }

    private static void tab(Page page, String label) {
        page.locator(".past-tabs label").getByText(label).click();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,WIDE", "DARK,PHONE"})
    void everybodyCanUseThem(ColorScheme theme, View view) {
        Page page = dashboard.signedIn("changes?open=moves&at=" + then, view, theme);
        page.locator("dialog[open]").waitFor();

        assertAccessible(page);
    }

    @Test
    void showThenBesideWhatBecameOfIt() {
        Page page = dashboard.signedIn("changes?at=" + then);

        assertThat(page.locator("h1")).hasText("The settings at revision " + then);
        assertThat(page.locator(".past-head")).containsText("created the alias moves");
        assertThat(page.locator(".past-head")).containsText("the last of then");
        assertThat(page.locator("tbody tr")).hasCount(3);
        assertThat(row(page, "stays")).containsText("as today");
        assertThat(row(page, "moves")).containsText("gpt-x");
        assertThat(row(page, "moves")).containsText("changed since");
        assertThat(row(page, "goes")).containsText("gone today");
    }

    @Test
    void showRulesAndPricesAndKeepThatInTheUrl() {
        Page page = dashboard.signedIn("changes?at=" + then);

        tab(page, "Access rules");
        assertThat(row(page, "up/")).containsText("/team");
        tab(page, "Prices");

        assertThat(row(page, "up/gpt-x")).containsText("input per Mtok: 2");
        assertThat(page).hasURL(Pattern.compile(".*at=" + then + "&tab=prices"));
        page.reload();
        assertThat(row(page, "up/gpt-x")).isVisible();
    }

    @Test
    void areWalkedThroughRevisionByRevision() {
        Page page = dashboard.signedIn("changes?at=" + then);
        row(page, "moves").waitFor();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Revision " + (then - 1)))
                .click();

        assertThat(page.locator("h1")).hasText("The settings at revision " + (then - 1));
        assertThat(row(page, "moves")).hasCount(0);
        page.getByText("Back to the changes").click();
        assertThat(page.locator("h1")).hasText("Changes");
        page.locator(".change").nth(2).getByRole(AriaRole.LINK).first().click();
        assertThat(page.locator("h1")).hasText("The settings at revision " + (then + 1));
        assertThat(row(page, "moves")).containsText("other");
    }

    @Test
    void areEmptyBeforeTheFirstChange() {
        Page page = dashboard.signedIn("changes?at=0");

        assertThat(page.getByText("Before the first change.")).isVisible();
        assertThat(page.getByText("No aliases were stored then")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"99999", "x", "-1", "<b>1</b>"})
    void ofNoRevisionAreRefusedWithAWayBack(String at) {
        if (at.equals("99999")) {
            dashboard.expecting("status of 400");
        }
        Page page = dashboard.signedIn("changes?at=" + at);

        assertThat(page.locator(".note-bad, .state-bad")).isVisible();
        page.getByText("Back to the changes").click();
        assertThat(page.locator(".change").first()).isVisible();
    }
}
