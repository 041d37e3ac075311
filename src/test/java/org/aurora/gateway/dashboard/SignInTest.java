package org.aurora.gateway.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.dashboard.Accessibility.assertAccessible;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignInTest {
    @RegisterExtension
    static final DashboardBrowser dashboard =
            DashboardBrowser.with(() -> RunningGateway.with("providers: { built-in: { type: demo } }")
                    .environment("AURORA_ADMIN_KEYS", "anna:an-admin-key-of-annas")
                    .start());

    private static void signIn(Page page, String key) {
        page.getByLabel("Key", new Page.GetByLabelOptions().setExact(true)).fill(key);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void everybodyCanUseIt(ColorScheme theme) {
        Page page = dashboard.newBrowser(DashboardBrowser.View.PHONE, theme);
        page.navigate(dashboard.address(""));
        page.waitForSelector("form");

        assertAccessible(page);
    }

    @Test
    void takesTheMasterKeyAndShowsThePageAskedFor() {
        Page page = dashboard.newBrowser(DashboardBrowser.View.WIDE, ColorScheme.LIGHT);
        page.navigate(dashboard.address("providers"));

        signIn(page, RunningGateway.MASTER_KEY);

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Providers")))
                .isVisible();
    }

    @Test
    void takesAnAdminKey() {
        Page page = dashboard.signedOut();

        signIn(page, "an-admin-key-of-annas");

        assertThat(page.getByRole(AriaRole.NAVIGATION)).isVisible();
    }

    @Test
    void saysWhatIsWrongWithAKey() {
        dashboard.expecting("status of 401");
        Page page = dashboard.signedOut();

        signIn(page, "not-the-key-at-all");

        assertThat(page.getByText("The gateway does not know this key.")).isVisible();
        assertThat(page.getByLabel("Key", new Page.GetByLabelOptions().setExact(true)))
                .isFocused();
    }

    @Test
    void asksForAKeyBeforeItAsksTheGateway() {
        Page page = dashboard.signedOut();

        signIn(page, "");

        assertThat(page.getByText("Enter the master key or an admin key.")).isVisible();
    }

    @Test
    void keepsTheKeyForTheTabAloneAndOnlyIfWished() {
        Page kept = dashboard.signedOut();
        signIn(kept, RunningGateway.MASTER_KEY);
        kept.waitForSelector("nav");
        Page forgotten = dashboard.signedOut();
        forgotten.getByLabel("Stay signed in until this tab is closed").uncheck();
        signIn(forgotten, RunningGateway.MASTER_KEY);
        forgotten.waitForSelector("nav");

        kept.reload();
        forgotten.reload();

        assertThat(kept.getByRole(AriaRole.NAVIGATION)).isVisible();
        assertThat(forgotten.getByText("Stay signed in until this tab is closed"))
                .isVisible();
        assertThat(kept.evaluate("() => JSON.stringify(localStorage) + document.cookie + location.href")
                        .toString())
                .doesNotContain(RunningGateway.MASTER_KEY);
    }

    @Test
    void signsOutAndForgetsTheKey() {
        Page page = dashboard.signedIn("providers");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();

        assertThat(page.locator("form.sign-in-card")).isVisible();
        assertThat(page.locator("aurora-providers")).hasCount(0);
        assertThat(page.evaluate("() => sessionStorage.length")).isEqualTo(0);
    }

    @Test
    void goesOnWhereOneWasAfterTheKeyWasChanged() {
        dashboard.expecting("status of 401");
        Page page = dashboard.signedIn("providers?search=built");
        page.evaluate(
                "() => import(document.querySelector('script[type=module]').src.replace('app.js', 'core/session.js'))"
                        + ".then(({ session }) => session.signIn('a-key-of-yesterday', false))");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask all now"))
                .or(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask built-in now")))
                .first()
                .click();
        assertThat(page.getByText("no longer takes this key")).isVisible();
        signIn(page, RunningGateway.MASTER_KEY);

        assertThat(page.getByLabel("Search providers")).hasValue("built");
    }

    @Test
    void showsThePageOfTheUrlAfterGoingBackAtTheSignIn() {
        dashboard.expecting("status of 401");
        Page page = dashboard.signedIn("usage");
        Locator heading = page.locator("#main h1");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Models"))
                .click();
        assertThat(heading).hasText("Models");
        page.evaluate("""
                async () => {
                    const root = document.querySelector('script[type=module]').src.replace('app.js', '');
                    (await import(root + 'core/session.js')).session.signIn('a-key-of-yesterday', false);
                    await (await import(root + 'core/api.js')).api.get('models').catch(() => {});
                }""");
        page.getByText("no longer takes this key").waitFor();
        page.evaluate("() => history.back()");
        assertThat(page).hasURL(Pattern.compile(".*#/usage.*"));

        signIn(page, RunningGateway.MASTER_KEY);

        assertThat(heading).hasText("Usage");
        assertThat(page.locator("nav [aria-current=page]")).hasText("Usage");
    }
}
