package org.aurora.gateway.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.dashboard.Accessibility.assertAccessible;
import static org.aurora.gateway.dashboard.KeysOnPage.button;
import static org.aurora.gateway.dashboard.KeysOnPage.dialog;
import static org.aurora.gateway.dashboard.KeysOnPage.field;
import static org.aurora.gateway.dashboard.KeysOnPage.secret;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody loses a secret or what he typed by a slip: Back, a link, a reload. */
class LeavingTest {
    private static final Pattern KEYS = Pattern.compile(".*#/keys\\?open=.*");
    private static final Pattern MODELS = Pattern.compile(".*#/models\\?edit=.*");

    private static final String WRITING = "Leave while the key is being written?";

    @RegisterExtension
    static final DashboardBrowser dashboard = DashboardBrowser.with(
            () -> RunningGateway.with("providers: { built-in: { type: demo, models: [demo-chat] } }")
                    .start());

    /** On that page, with another one before it in the history. */
    private static Page at(String title) {
        Page page = dashboard.signedIn("providers");
        page.locator("nav")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(title))
                .click();
        heading(page, title).waitFor();
        return page;
    }

    private static Locator heading(Page page, String title) {
        return page.locator("main h1").getByText(title, new Locator.GetByTextOptions().setExact(true));
    }

    private static Page showingASecret() {
        Page page = at("Keys");
        button(page, "New key").first().click();
        field(page, "Name").fill("search");
        button(page, "Make the key").click();
        page.locator(".secret").waitFor();
        return page;
    }

    private static Page editingAnAlias() {
        Page page = at("Models");
        button(page, "New alias").click();
        field(page, "Name").waitFor();
        return page;
    }

    private static void goBack(Page page) {
        page.evaluate("() => history.back()");
    }

    /** Has the browser's own question answered; gives what was asked. */
    private static List<String> staying(Page page) {
        List<String> asked = new CopyOnWriteArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        return asked;
    }

    private static void reload(Page page) {
        page.evaluate("() => { setTimeout(() => location.reload()); }");
    }

    @Test
    void aSecretOutlivesBackUntilSomebodySaysSo() {
        Page page = showingASecret();
        String value = secret(page);

        goBack(page);

        dialog(page, "Leave without the key?").waitFor();
        assertAccessible(page);
        assertThat(page).hasURL(KEYS);
        button(dialog(page, "Leave without the key?"), "Cancel").click();
        assertThat(secret(page)).isEqualTo(value);
        assertThat(page).hasURL(KEYS);
        goBack(page);
        button(dialog(page, "Leave without the key?"), "Leave").click();
        assertThat(heading(page, "Providers")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*#/providers.*"));
        assertThat(page.locator("dialog[open]")).hasCount(0);
        page.evaluate("() => history.forward()");
        assertThat(heading(page, "Keys")).isVisible();
        assertThat(page.locator(".secret")).hasCount(0);
    }

    @Test
    void aSecretOutlivesAReload() {
        Page page = showingASecret();
        String value = secret(page);
        List<String> asked = staying(page);

        reload(page);
        page.waitForCondition(() -> !asked.isEmpty());

        assertThat(asked).containsExactly("beforeunload");
        assertThat(secret(page)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"history.back()", "location.hash = '#/usage'", "location.hash = '#/models'"})
    void aDraftOutlivesEachWayOut(String way) {
        Page page = editingAnAlias();
        field(page, "Name").fill("half-typed");

        page.evaluate("() => { " + way + "; }");

        button(dialog(page, "Discard what you changed?"), "Cancel").click();
        assertThat(field(page, "Name")).hasValue("half-typed");
        assertThat(page).hasURL(MODELS);
        page.evaluate("() => { " + way + "; }");
        button(dialog(page, "Discard what you changed?"), "Discard").click();
        assertThat(page.locator("dialog[open]")).hasCount(0);
        assertThat(page).not().hasURL(MODELS);
    }

    @Test
    void aDraftOfAKeyOutlivesAReload() {
        Page page = at("Keys");
        button(page, "New key").first().click();
        field(page, "Name").fill("half-typed");
        List<String> asked = staying(page);

        reload(page);
        page.waitForCondition(() -> !asked.isEmpty());

        assertThat(field(page, "Name")).hasValue("half-typed");
    }

    @Test
    void whereNothingWasTypedNothingIsAsked() {
        Page page = editingAnAlias();
        List<String> asked = staying(page);

        goBack(page);

        assertThat(heading(page, "Providers")).isVisible();
        page.evaluate("() => history.forward()");
        field(page, "Name").waitFor();
        reload(page);
        field(page, "Name").waitFor();
        assertThat(asked).isEmpty();
    }

    /** The requests of this method that are on their way until somebody lets them go on. */
    private static List<Route> holding(Page page, String where, String method) {
        List<Route> held = new CopyOnWriteArrayList<>();
        page.route(where, route -> {
            if (route.request().method().equals(method)) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        return held;
    }

    @Test
    void theSecretOfAKeyThatIsBeingRotatedIsNotLostByBack() {
        Page page = showingASecret();
        button(page, "I have stored it").click();
        button(page, "Close without copying").click();
        button(page, "Rotate").click();
        List<Route> held = holding(page, "**/rotate", "POST");
        page.locator("form").getByText("Rotate", KeysOnPage.EXACTLY).click();
        page.waitForCondition(() -> !held.isEmpty());

        goBack(page);

        assertThat(dialog(page, WRITING)).containsText("a secret that is shown this once");
        assertThat(page).hasURL(KEYS);
        held.get(0).resume();
        assertThat(dialog(page, "The new secret")).isVisible();
        assertThat(dialog(page, WRITING)).hasCount(0);
        assertThat(page).hasURL(KEYS);
    }

    @Test
    void aKeyThatIsBeingMadeIsNotClosedAsIfNothingWereWritten() {
        Page page = at("Keys");
        button(page, "New key").first().click();
        field(page, "Name").fill("search");
        List<Route> held = holding(page, "**/auth-keys", "POST");
        button(page, "Make the key").click();
        page.waitForCondition(() -> !held.isEmpty());

        page.keyboard().press("Escape");

        button(dialog(page, WRITING), "Cancel").click();
        held.get(0).resume();
        assertThat(dialog(page, "The key is made")).isVisible();
    }

    @Test
    void anAnswerThatComesAfterItsPageWasLeftChangesNothingOnTheNextOne() {
        Page page = at("Keys");
        button(page, "New key").first().click();
        field(page, "Name").fill("search");
        List<Route> held = holding(page, "**/auth-keys", "POST");
        button(page, "Make the key").click();
        page.waitForCondition(() -> !held.isEmpty());
        goBack(page);
        button(dialog(page, WRITING), "Leave").click();
        heading(page, "Providers").waitFor();

        page.waitForResponse("**/auth-keys", () -> held.get(0).resume());
        page.evaluate("() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))");

        assertThat(page).hasURL(Pattern.compile(".*#/providers"));
        assertThat(page.locator("dialog[open]")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"models, keys?open=new, New key", "keys?open=new, providers?open=built-in, built-in"})
    void aLinkToAnotherPageOpensNothingOnTheOneThatIsLeft(String from, String to, String opened) {
        Page page = dashboard.signedIn(from);
        page.waitForLoadState(LoadState.NETWORKIDLE);

        page.evaluate("to => { location.hash = '#/' + to; }", to);

        assertThat(dialog(page, opened)).isVisible();
    }
}
