package org.aurora.gateway.dashboard;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.Locale;
import org.aurora.gateway.dashboard.DashboardBrowser.View;
import org.aurora.gateway.testing.TestUpstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Takes pictures of every page for people to look at: see CONTRIBUTING.md. */
@EnabledIfSystemProperty(
        named = "screenshots",
        matches = ".+",
        disabledReason = "pictures are taken by -Dscreenshots=FOLDER")
class ScreenshotsTest {
    private static final TestUpstream good = Providers.listing(Providers.ids(300));
    private static final TestUpstream failing = Providers.failing();

    @RegisterExtension
    static final DashboardBrowser dashboard =
            DashboardBrowser.with(() -> PicturedUse.filled(Providers.gatewayInFrontOf(good, failing)));

    @AfterAll
    static void closeProviders() throws Exception {
        good.close();
        failing.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"models", "explain", "providers", "usage", "keys", "changes", "playground"})
    void eachPage(String name) {
        for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (View view : View.values()) {
                Page page = dashboard.signedIn(name, view, theme);
                page.waitForLoadState(LoadState.NETWORKIDLE);
                take(page, name, view, theme);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign-in"})
    void theSignIn(String name) {
        for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (View view : View.values()) {
                Page page = dashboard.newBrowser(view, theme);
                page.navigate(dashboard.address(""));
                page.waitForSelector("form");
                take(page, name, view, theme);
            }
        }
    }

    private static void take(Page page, String name, View view, ColorScheme theme) {
        String file = "%s-%s-%s.png".formatted(name, view, theme).toLowerCase(Locale.ROOT);
        page.screenshot(new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(Path.of(System.getProperty("screenshots", "target"), file)));
    }
}
