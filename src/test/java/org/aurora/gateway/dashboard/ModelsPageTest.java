package org.aurora.gateway.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.dashboard.Accessibility.assertAccessible;
import static org.aurora.gateway.dashboard.ModelsOnPage.awaitTable;
import static org.aurora.gateway.dashboard.ModelsOnPage.button;
import static org.aurora.gateway.dashboard.ModelsOnPage.dialog;
import static org.aurora.gateway.dashboard.ModelsOnPage.opened;
import static org.aurora.gateway.dashboard.ModelsOnPage.row;
import static org.aurora.gateway.dashboard.ModelsOnPage.rows;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.regex.Pattern;
import org.aurora.gateway.dashboard.DashboardBrowser.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelsPageTest {
    @RegisterExtension
    static final DashboardBrowser dashboard = DashboardBrowser.ofModels();

    private static Page table(String query) {
        Page page = dashboard.signedIn("models" + query);
        awaitTable(page);
        return page;
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT, WIDE, models",
        "DARK, PHONE, models",
        "DARK, WIDE, models?open=alias:regular",
        "LIGHT, PHONE, models?open=model:openai/gpt-4.1",
        "LIGHT, WIDE, models?edit=alias:regular",
        "DARK, PHONE, models?edit=alias:regular",
        "DARK, WIDE, models?edit=rule:openrouter/",
        "LIGHT, PHONE, models?edit=rules",
        "LIGHT, WIDE, models?edit=price:mistral-eu/mistral-large-latest",
        "DARK, WIDE, models?edit=price:mistral-eu/mistral-large-latest",
    })
    void everybodyCanUseIt(ColorScheme theme, View view, String fragment) {
        Page page = dashboard.signedIn(fragment, view, theme);
        awaitTable(page);
        page.waitForLoadState(LoadState.NETWORKIDLE);

        assertAccessible(page);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void showsOfEachModelWhatDecidesAboutIt() {
        Page page = table("");

        assertThat(row(page, "openai/gpt-4.1")).containsText("upstream");
        assertThat(row(page, "openai/gpt-4.1")).containsText("$2 / $8");
        assertThat(row(page, "openai/gpt-4.1")).containsText("by default");
        assertThat(row(page, "local-vllm/my-local-chat-model")).containsText("restricted");
        assertThat(row(page, "local-vllm/my-local-chat-model")).containsText("rule local-vllm/");
        assertThat(row(page, "local-vllm/my-local-chat-model")).containsText("32,768");
        assertThat(row(page, "local-vllm/my-local-chat-model")).containsText("free");
        assertThat(row(page, "mistral-eu/mistral-embed")).containsText("denied");
        assertThat(row(page, "mistral-eu/mistral-large-latest")).containsText("override");
        assertThat(row(page, "openai/o4-mini").first()).containsText("unpriced");
    }

    @Test
    void marksAliasesThatHideModelsAndThoseThatLeadNowhere() {
        Page page = table("");
        page.setViewportSize(1440, 2400);

        assertThat(row(page, "openai/o4-mini")).hasCount(2);
        assertThat(row(page, "openai/o4-mini").first()).containsText("hidden by alias");
        assertThat(row(page, "openai/o4-mini").last()).containsText("hides a model");
        assertThat(row(page, "mistral-eu/codestral-2508")).containsText("bare id is an alias");
        assertThat(row(page, "next")).containsText("broken");
        assertThat(row(page, "retired")).containsText("disabled");
        assertThat(row(page, "house-default")).containsText("from config");
        assertAccessible(page);
    }

    @ParameterizedTest
    @CsvSource({
        "kind=alias, regular, openai/gpt-4.1",
        "provider=openrouter, openrouter/qwen/qwen3-coder, openai/gpt-4.1",
        "category=text_generation, local-vllm/my-local-chat-model, openai/gpt-4.1",
        "source=configured, local-vllm/my-local-chat-model, openai/gpt-4.1",
        "access=restricted, openrouter/qwen/qwen3-coder, openai/gpt-4.1",
        "access=denied, mistral-eu/mistral-embed, openai/gpt-4.1",
        "access=default, openai/gpt-4.1, openrouter/qwen/qwen3-coder",
        "access=off, retired, regular",
        "price=known, openai/gpt-4.1, openrouter/qwen/qwen3-coder",
        "price=unknown, openrouter/qwen/qwen3-coder, openai/gpt-4.1",
        "search=CELLAR, local-vllm/my-local-chat-model, openai/gpt-4.1",
        "search=gpt mini, openai/gpt-4.1-mini, openai/gpt-4.1",
    })
    void narrowsDownToWhatALinkAsksFor(String query, String shown, String left) {
        Page page = table("?" + query);

        assertThat(row(page, shown).first()).isVisible();
        assertThat(row(page, left)).hasCount(0);
    }

    @Test
    void narrowsAsOneTypesAndKeepsItInTheUrl() {
        Page page = table("");

        page.getByLabel("Search models and aliases").pressSequentially("qwen3");

        assertThat(rows(page)).hasCount(2);
        assertThat(page.locator(".outcome")).containsText("2 of ");
        assertThat(page).hasURL(Pattern.compile(".*search=qwen3.*"));
        page.getByLabel("Search models and aliases").pressSequentially("-nothing");
        assertThat(page.getByText("No name matches")).isVisible();
        button(page, "Show all").click();
        assertThat(page.getByLabel("Search models and aliases")).isFocused();
        assertThat(row(page, "careful")).isVisible();
    }

    @Test
    void opensARowByKeyboardAndGivesTheFocusBack() {
        Page page = table("?kind=alias");
        rows(page).first().focus();
        page.keyboard().press("ArrowDown");

        page.keyboard().press("Enter");

        assertThat(dialog(page)).containsText("codestral-2508");
        assertThat(page).hasURL(Pattern.compile(".*open=alias%3Acodestral-2508.*"));
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog[open]")).hasCount(0);
        assertThat(page.locator("tr:focus")).containsText("codestral-2508");
    }

    @Test
    void followsAnAliasDownToItsModels() {
        Page page = opened(dashboard, "alias:careful");

        assertThat(dialog(page).locator(".chain li")).hasCount(2);
        assertThat(dialog(page).locator(".chain li").first())
                .hasText(Pattern.compile("careful→regular→openai/gpt-4.1\\s+callable"));
        assertAccessible(page);
    }

    @Test
    void saysWhatATracedCallerWouldGet() {
        Page page = opened(dashboard, "model:openrouter/qwen/qwen3-coder");

        dialog(page).getByLabel("A place or a key to look at").fill("/team/beta");
        button(dialog(page), "Look").click();
        assertThat(dialog(page).locator(".who tbody tr").first()).containsText("/team/beta");
        assertThat(dialog(page).locator(".who tbody tr").first()).containsText("no: 403");
        assertThat(dialog(page).locator(".who")).containsText("search (key at /team/research/search)");
        assertAccessible(page);
    }

    @Test
    void saysNothingOfACallerBeforeItsOwnAnswerIsThere() {
        Page page = opened(dashboard, "model:openrouter/qwen/qwen3-coder");
        Locator callers = dialog(page).locator(".who tbody tr");
        assertThat(callers.first()).containsText("no: 403");
        page.route("**/api/v1/resolve", route -> {});

        dialog(page).getByLabel("A place or a key to look at").fill("/team/alpha/new");
        button(dialog(page), "Look").click();

        assertThat(callers.first()).hasText(Pattern.compile("\\s*/team/alpha/new\\s*…\\s*"));
        assertThat(callers.nth(1)).hasText(Pattern.compile("\\s*No key, no place\\s*no: 403.*", Pattern.DOTALL));
        assertThat(callers.nth(2)).hasText(Pattern.compile("\\s*/team/alpha\\s*yes.*", Pattern.DOTALL));
    }

    @Test
    void leadsFromAHiddenModelToTheAliasThatHidesIt() {
        Page page = opened(dashboard, "model:openai/o4-mini");

        dialog(page)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName("openai/o4-mini").setExact(true))
                .click();

        assertThat(page).hasURL(Pattern.compile(".*open=alias%3Aopenai%2Fo4-mini.*"));
        assertThat(dialog(page)).containsText("It hides the model");
        assertAccessible(page);
    }

    @ParameterizedTest
    @CsvSource({"WIDE", "PHONE"})
    void showsHostileNamesAsTextAndStaysInShape(View view) {
        Page page = dashboard.signedIn("models?provider=openrouter", view, ColorScheme.LIGHT);
        awaitTable(page);

        for (String name : new String[] {Providers.SCRIPT, Providers.RIGHT_TO_LEFT, Providers.LONG}) {
            row(page, "openrouter/" + name).locator("b").click();
            assertThat(dialog(page).locator("h2")).containsText(name);
            assertThat(dialog(page).locator("h2")).isInViewport();
            page.keyboard().press("Escape");
        }
        assertAccessible(page);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void saysSoWhereALinkNamesWhatIsGone() {
        Page page = dashboard.signedIn("models?open=alias:never-was");

        assertThat(dialog(page)).containsText("There is no such name");
        assertAccessible(page);
    }

    @Test
    void saysWhereCallsGoAndWhoSeesWhatOnceTheGatewayIsBack() {
        dashboard.expecting("ERR_INTERNET_DISCONNECTED");
        Page page = dashboard.signedIn("models?kind=alias&open=alias:careful");
        dialog(page).locator(".chain li").first().waitFor();
        page.keyboard().press("Escape");
        page.context().setOffline(true);
        row(page, "regular").locator("b").click();
        assertThat(dialog(page).getByText("The gateway cannot be reached.")).hasCount(2);

        page.context().setOffline(false);

        assertThat(dialog(page).locator(".chain li").first()).isVisible();
        assertThat(dialog(page).locator(".who tbody tr").first()).containsText("yes");
        assertThat(dialog(page).getByText("The gateway cannot be reached.")).hasCount(0);
    }
}
