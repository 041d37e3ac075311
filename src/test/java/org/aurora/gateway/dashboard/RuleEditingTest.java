package org.aurora.gateway.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.dashboard.Accessibility.assertAccessible;
import static org.aurora.gateway.dashboard.ModelsOnPage.awaitTable;
import static org.aurora.gateway.dashboard.ModelsOnPage.button;
import static org.aurora.gateway.dashboard.ModelsOnPage.dialog;
import static org.aurora.gateway.dashboard.ModelsOnPage.labelled;
import static org.aurora.gateway.dashboard.ModelsOnPage.opened;
import static org.aurora.gateway.dashboard.ModelsOnPage.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleEditingTest {
    @RegisterExtension
    static final DashboardBrowser dashboard = DashboardBrowser.ofModels();

    private static GatewayApi api() {
        return new GatewayApi(dashboard.gateway());
    }

    private static String path(String selector) {
        return "/model-overrides/" + URLEncoder.encode(selector, StandardCharsets.UTF_8);
    }

    private static Page editing(String selector) {
        Page page = dashboard.signedIn("models?edit=rule:" + URLEncoder.encode(selector, StandardCharsets.UTF_8));
        labelled(dialog(page), "Everyone").waitFor();
        return page;
    }

    private static void saved(Page page) {
        button(dialog(page), "Save").click();
        assertThat(page.locator("dialog[open]")).hasCount(0);
    }

    private static Locator caller(Page page, String label) {
        return dialog(page)
                .locator(".who tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("th").getByText(label, new Locator.GetByTextOptions().setExact(true))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mistral-eu/", "openai/gpt-4.1-mini", "gpt-4o-2024-08-06", "careful"})
    void writesARuleAtEachScopeAndDeletesIt(String selector) {
        Page page = editing(selector);
        labelled(dialog(page), "These places").check();
        labelled(dialog(page), "Add a place").fill("/team/alpha");
        button(dialog(page), "Add place").click();
        labelled(dialog(page), "Add a place").fill("/team/beta");
        saved(page);

        JsonNode rule = api().get(path(selector));
        assertThat(rule.path("enabled").asBoolean()).isTrue();
        assertThat(rule.path("user_paths").toString()).isEqualTo("[\"/team/alpha\",\"/team/beta\"]");
        Page again = editing(selector);
        button(dialog(again), "Remove /team/beta").click();
        labelled(dialog(again), "Nobody").check();
        saved(again);
        assertThat(api().get(path(selector)).path("enabled").asBoolean()).isFalse();
        assertThat(api().get(path(selector)).path("user_paths").toString()).isEqualTo("[\"/team/alpha\"]");
        Page last = editing(selector);
        button(dialog(last), "Delete").click();
        button(dialog(last), "Delete rule").waitFor();
        assertAccessible(last);
        button(dialog(last), "Delete rule").click();
        assertThat(last.locator("dialog[open]")).hasCount(0);
        assertThat(api().status(path(selector))).isEqualTo(404);
    }

    @Test
    void showsWhoWouldSeeWhatBeforeItIsSaved() {
        Page page = editing("openai/gpt-4.1");

        labelled(dialog(page), "These places").check();
        labelled(dialog(page), "Add a place").fill("/team/research");
        button(dialog(page), "Add place").click();

        assertThat(caller(page, "/team/research")).not().hasClass("differs");
        assertThat(caller(page, "/team/alpha")).hasClass("differs");
        assertThat(caller(page, "/team/alpha")).containsText("no: 403");
        assertAccessible(page);
        assertThat(caller(page, "search (key at /team/research/search)")).not().containsText("403");
        assertThat(api().status(path("openai/gpt-4.1")))
                .as("before it is saved")
                .isEqualTo(404);
    }

    @Test
    void saysOfAPlaceThatCannotBeThatItIsNoneAndOfOthersWhatTheyGet() {
        dashboard.expecting("status of 400");
        Page page = editing("openai/gpt-4.1");
        labelled(dialog(page), "These places").check();
        labelled(dialog(page), "Add a place").fill("/team/research");
        button(dialog(page), "Add place").click();
        assertThat(caller(page, "/team/alpha")).hasClass("differs");

        labelled(dialog(page), "A place or a key to look at").fill("/team/../alpha");
        button(dialog(page), "Look").click();

        assertThat(caller(page, "/team/../alpha").locator("td").last()).containsText("no place");
        assertThat(caller(page, "/team/alpha").locator("td").first()).containsText("yes");
        assertThat(caller(page, "/team/alpha").locator("td").last()).containsText("no: 403");
        assertThat(caller(page, "/team/research").locator("td").last()).containsText("yes");
        assertThat(dialog(page).locator("[role=alert]")).hasCount(0);
        assertAccessible(page);
    }

    @Test
    void isOpenedFromTheRungThatDecides() {
        Page page = opened(dashboard, "model:openrouter/qwen/qwen3-coder");

        assertThat(dialog(page).locator(".ladder .current")).containsText("All of openrouter");
        assertAccessible(page);
        button(dialog(page), "Edit the rule openrouter/").click();
        assertThat(dialog(page).locator("h2")).hasText("Access rule openrouter/");
        assertThat(button(dialog(page), "Remove /team/research")).isVisible();
        page.keyboard().press("Escape");
        assertThat(button(dialog(page), "Edit the rule openrouter/")).isFocused();
    }

    @Test
    void listsAllRulesAndSaysWhichAreFromTheFile() {
        Page page = dashboard.signedIn("models?edit=rules");
        Locator list = dialog(page).locator(".rules-table");

        assertThat(list).containsText("All models of openrouter");
        assertAccessible(page);
        list.getByText("local-vllm/", new Locator.GetByTextOptions().setExact(true))
                .click();

        assertThat(dialog(page)).containsText("declared in the configuration file");
        assertThat(button(dialog(page), "Save")).hasCount(0);
        assertAccessible(page);
    }

    @Test
    void changesWhatTheTableSaysAtOnce() {
        Page page = opened(dashboard, "model:mistral-eu/ministral-8b-latest");
        button(dialog(page), "Who may use it").click();
        labelled(dialog(page), "Nobody").check();

        button(dialog(page), "Save").click();

        awaitTable(page);
        assertThat(row(page, "mistral-eu/ministral-8b-latest")).containsText("denied");
    }

    @Test
    void refusesAPlaceThatIsNone() {
        dashboard.expecting("status of 400");
        Page page = editing("openai/o4-mini");
        labelled(dialog(page), "These places").check();
        labelled(dialog(page), "Add a place").fill("/team/../secret");

        button(dialog(page), "Save").click();

        assertThat(dialog(page).locator(".dialog-body > [role=alert]")).isVisible();
        assertAccessible(page);
        assertThat(api().status(path("openai/o4-mini"))).isEqualTo(404);
    }

    @Test
    void showsBothVersionsWhereSomebodyElseWasFirst() {
        dashboard.expecting("status of 412");
        Page page = editing("text-embedding-3-large");
        api().write("PUT", path("text-embedding-3-large"), "{\"user_paths\": [\"/theirs\"]}");
        labelled(dialog(page), "Nobody").check();

        button(dialog(page), "Save").click();

        assertThat(dialog(page).locator("aurora-conflict")).containsText("/theirs");
        assertAccessible(page);
        button(dialog(page), "Write mine over it").click();
        assertThat(page.locator("dialog[open]")).hasCount(0);
        assertThat(api().get(path("text-embedding-3-large")).path("enabled").asBoolean())
                .isFalse();
    }

    @Test
    void saysThatThereIsARuleOfThatNameAlready() {
        dashboard.expecting("status of 412");
        Page page = editing("");
        labelled(dialog(page), "What it speaks of").fill("mistral-embed");

        assertThat(dialog(page)).containsText("There is a rule mistral-embed already");
        assertAccessible(page);
        button(dialog(page), "Save").click();

        assertThat(dialog(page).locator("aurora-conflict")).containsText("There is one of this name already");
    }
}
