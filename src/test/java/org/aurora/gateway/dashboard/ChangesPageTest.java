package org.aurora.gateway.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.dashboard.Accessibility.assertAccessible;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.aurora.gateway.dashboard.DashboardBrowser.View;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesPageTest {
    private static final String ANNA = "an-admin-key-of-annas";

    @RegisterExtension
    static final DashboardBrowser dashboard = DashboardBrowser.with(
            () -> RunningGateway.with("providers: { up: { type: demo, models: [gpt-x, other, third] } }")
                    .environment("AURORA_ADMIN_KEYS", "anna:" + ANNA)
                    .start());

    private static Operator operator() {
        return Operator.of(dashboard.gateway());
    }

    /** The changes of one name alone, since the gateway is shared. */
    private static Page changesOf(String name) {
        return dashboard.signedIn("changes?name=" + name);
    }

    private static Locator entry(Page page, int place) {
        return page.locator(".change").nth(place);
    }

    private static Locator dialog(Page page) {
        return page.locator("dialog[open]");
    }

    private static void askToRevert(Page page, int place) {
        entry(page, place).getByText("Revert").first().click();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,WIDE", "DARK,WIDE", "LIGHT,PHONE", "DARK,PHONE"})
    void everybodyCanUseIt(ColorScheme theme, View view) {
        operator().alias("usable-" + theme + view, "gpt-x", "X-Change-Reason", "a start", "X-Change-Author", "ben");
        operator().alias("usable-" + theme + view, "other");
        Page page = dashboard.signedIn("changes?name=usable-" + theme + view, view, theme);
        entry(page, 1).waitFor();
        assertAccessible(page);

        askToRevert(page, 0);
        dialog(page).waitFor();

        assertAccessible(page);
    }

    @Test
    void tellsWhoChangedWhatAndWhy() {
        operator().alias("told", "gpt-x", "X-Change-Reason", "a start");
        operator()
                .withKey(ANNA)
                .put(
                        Operator.alias("told"),
                        "{\"targets\": [{\"model\": \"gpt-x\"}, {\"model\": \"other\", \"weight\": 3}], \"hidden\": true}",
                        "X-Change-Author",
                        "ben");
        operator().delete(Operator.alias("told"));

        Page page = changesOf("told");

        assertThat(page.locator(".change")).hasCount(3);
        assertThat(entry(page, 0)).containsText("deleted alias told");
        assertThat(entry(page, 1)).containsText("changed");
        assertThat(entry(page, 1)).containsText("by anna");
        assertThat(entry(page, 1)).containsText("claims to act for ben (unproven)");
        assertThat(entry(page, 1).locator(".diff-added").first()).hasText("+added: other, weight 3");
        assertThat(entry(page, 1).locator(".diff > div")).hasCount(2);
        assertThat(entry(page, 1)).containsText("−removed: no");
        assertThat(entry(page, 2)).containsText("created");
        assertThat(entry(page, 2)).containsText("Why: a start");
        assertThat(entry(page, 2).locator(".diff-removed")).hasCount(0);
    }

    @Test
    void showsReasonsAsTheyWereMeant() {
        operator().alias("meant", "gpt-x", "X-Change-Reason", "gr%C3%BCn, 50%25 more, %41, %ff");

        Page page = changesOf("meant");

        assertThat(entry(page, 0)).containsText("Why: grün, 50%25 more, %41, %ff");
    }

    @Test
    void isFilteredByKindNameAndKeyAndKeepsThatInTheUrl() {
        operator().alias("filtered", "gpt-x");
        operator().withKey(ANNA).put(Operator.rule("filtered"), "{}");
        operator().withKey(ANNA).alias("filtered", "other");
        Page page = dashboard.signedIn("changes");
        entry(page, 0).waitFor();

        page.getByLabel("Exact name").fill("filtered");
        page.getByLabel("Exact name").press("Enter");
        assertThat(page.locator(".change")).hasCount(3);
        page.getByLabel("Who: key used").fill("anna");
        page.getByLabel("Who: key used").press("Enter");
        assertThat(page.locator(".change")).hasCount(2);
        page.getByLabel("Kind", new Page.GetByLabelOptions().setExact(true)).selectOption("rule");

        assertThat(page.locator(".change")).hasCount(1);
        assertThat(entry(page, 0)).containsText("access rule filtered");
        assertThat(page).hasURL(Pattern.compile(".*name=filtered&actor=anna&kind=rule"));
        page.reload();
        assertThat(page.locator(".change")).hasCount(1);
        page.getByLabel("Exact name").fill("no such name");
        page.getByLabel("Exact name").press("Tab");
        assertThat(page.getByText("No change matches")).isVisible();
        page.locator(".state").getByText("Show all").click();
        assertThat(entry(page, 3)).isVisible();
    }

    @Test
    void goesBackToTheFirstChange() {
        for (int i = 0; i < 60; i++) {
            operator().put(Operator.alias("paged"), "{\"target\": \"gpt-x\", \"description\": \"number " + i + "\"}");
        }
        Page page = changesOf("paged");
        assertThat(page.locator(".change")).hasCount(50);
        long next = operator().changesOf("paged").get(50).path("revision").asLong();

        page.getByText("Show older changes").click();

        assertThat(page.locator(".change")).hasCount(60);
        assertThat(page.locator("#change-" + next)).isFocused();
        assertThat(page.getByText("That is all.")).isVisible();
        assertThat(page.getByText("Show older changes")).hasCount(0);
    }

    @Test
    void looksForNewerChanges() {
        operator().alias("newer", "gpt-x");
        Page page = changesOf("newer");
        assertThat(page.locator(".change")).hasCount(1);
        operator().alias("newer", "other");

        page.getByLabel("Look for newer changes").click();

        assertThat(page.locator(".change")).hasCount(2);
    }

    @Test
    void showsThePricesThatChanged() {
        String path = "/model-pricing/up%2Fgpt-x";
        operator().put(path, "{\"valid_from\": \"2026-01-01T00:00:00Z\", \"pricing\": {\"input_per_mtok\": 2}}");
        operator().put(path, "{\"valid_from\": \"2026-01-01T00:00:00Z\", \"pricing\": {\"input_per_mtok\": 2.5}}");

        Page page = dashboard.signedIn("changes?kind=price&name=up%2Fgpt-x");

        assertThat(entry(page, 0)).containsText("From 2026-01-01 00:00:00 UTC");
        assertThat(entry(page, 0)).containsText("−removed: input per Mtok: 2");
        assertThat(entry(page, 0)).containsText("+added: input per Mtok: 2.5");
    }

    @Test
    void showsHostileTextsAsText() {
        operator().put(Operator.alias(Providers.SCRIPT), "{\"target\": \"" + Providers.RIGHT_TO_LEFT + "\"}");
        operator()
                .put(
                        Operator.alias(Providers.LONG),
                        "{\"target\": \"gpt-x\", \"description\": \"" + Providers.SCRIPT + "\"}",
                        "X-Change-Reason",
                        Providers.SCRIPT,
                        "X-Change-Author",
                        Providers.LONG);

        Page page = dashboard.signedIn("changes?kind=alias", View.PHONE, ColorScheme.LIGHT);

        assertThat(entry(page, 0)).containsText("Why: " + Providers.SCRIPT);
        assertThat(entry(page, 1)).containsText("alias " + Providers.SCRIPT);
        assertThat(entry(page, 1)).containsText(Providers.RIGHT_TO_LEFT);
        assertThat(page.evaluate("() => document.querySelector('main').scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }
}
