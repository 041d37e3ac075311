package org.aurora.gateway.dashboard;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.Locale;
import org.aurora.gateway.dashboard.DashboardBrowser.View;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Takes pictures of the page of models and of what opens there: see CONTRIBUTING.md. */
@EnabledIfSystemProperty(
        named = "screenshots",
        matches = ".+",
        disabledReason = "pictures are taken by -Dscreenshots=FOLDER")
class ModelsScreenshotsTest {
    @RegisterExtension
    static final DashboardBrowser dashboard = DashboardBrowser.ofModels();

    @ParameterizedTest
    @CsvSource({
        "models-table, models",
        "models-filtered, models?search=mistral&access=default",
        "models-model, models?open=model:openai/gpt-4.1",
        "models-alias, models?open=alias:regular",
        "models-alias-editor, models?edit=alias:regular",
        "models-rules, models?edit=rules",
        "models-rule-editor, models?edit=rule:openrouter/",
        "models-price-editor, models?edit=price:mistral-eu/mistral-large-latest",
    })
    void eachView(String name, String fragment) {
        for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (View view : View.values()) {
                Page page = dashboard.signedIn(fragment, view, theme);
                ModelsOnPage.awaitTable(page);
                page.waitForLoadState(LoadState.NETWORKIDLE);
                String file = "%s-%s-%s.png".formatted(name, view, theme).toLowerCase(Locale.ROOT);
                page.screenshot(new Page.ScreenshotOptions()
                        .setAnimations(ScreenshotAnimations.DISABLED)
                        .setPath(Path.of(System.getProperty("screenshots", "target"), file)));
            }
        }
    }
}
