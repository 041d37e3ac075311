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
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AliasEditingTest {
    private static final AtomicInteger count = new AtomicInteger();

    @RegisterExtension
    static final DashboardBrowser dashboard = DashboardBrowser.ofModels();

    private String name = "";

    @BeforeEach
    void chooseAName() {
        name = "alias-" + count.incrementAndGet();
    }

    private static GatewayApi api() {
        return new GatewayApi(dashboard.gateway());
    }

    private void store(String json) {
        api().write("PUT", "/aliases/" + name, json);
    }

    private JsonNode stored() {
        return api().get("/aliases/" + name);
    }

    private static Page editing(String alias) {
        Page page = dashboard.signedIn("models?edit=alias:" + alias);
        labelled(dialog(page), "Name").waitFor();
        return page;
    }

    private static void save(Page page) {
        button(dialog(page), "Save").click();
    }

    private static void awaitSaved(Page page) {
        assertThat(page.locator("dialog[open]")).hasCount(0);
    }

    @Test
    void createsOneAfterShowingWhereItLeads() {
        Page page = dashboard.signedIn("models");
        awaitTable(page);
        button(page, "New alias").click();
        labelled(dialog(page), "Name").fill(name);

        labelled(dialog(page), "Target").fill("regular");
        assertThat(dialog(page).locator(".chain li").first())
                .hasText(Pattern.compile(name + "→regular→openai/gpt-4.1\\s+callable"));
        assertThat(api().status("/aliases/" + name)).as("before it is saved").isEqualTo(404);
        labelled(dialog(page), "Reason (optional)").fill("for the new app");
        assertAccessible(page);
        save(page);

        assertThat(row(page, name)).containsText("→ regular");
        assertThat(stored().at("/targets/0/model").asText()).isEqualTo("regular");
        assertThat(api().get("/changes?kind=alias&name=" + name).at("/0/reason").asText())
                .isEqualTo("for the new app");
    }

    @Test
    void takesTargetsFromTheInventoryByKeyboard() {
        Page page = editing("");
        labelled(dialog(page), "Name").fill(name);

        labelled(dialog(page), "Target").pressSequentially("4.1-mi");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        save(page);

        awaitSaved(page);
        assertThat(stored().path("resolved_model").asText()).isEqualTo("openai/gpt-4.1-mini");
    }

    @Test
    void writesSeveralTargetsWithWeightsAndEverythingElse() {
        Page page = editing("");
        Locator form = dialog(page);
        labelled(form, "Name").fill(name);
        labelled(form, "Target").fill("openai/gpt-4.1");
        labelled(form, "Target").press("Tab");
        button(form, "Add target").click();
        labelled(form, "Target 2").fill("mistral-eu/mistral-large-latest");
        labelled(form, "Target 2").press("Tab");
        labelled(form, "Weight of target 2").fill("3");
        labelled(form, "Description (optional)").fill("<b>both</b>");
        labelled(form, "Which rules are asked").selectOption("alias");
        labelled(form, "Model name in answers").selectOption("requested");
        labelled(form, "Hidden").check();

        assertThat(form.locator(".preview")).containsText("no rule names it");
        assertAccessible(page);
        save(page);

        awaitSaved(page);
        JsonNode alias = stored();
        assertThat(alias.path("targets").findValuesAsText("weight")).containsExactly("1", "3");
        assertThat(alias.path("strategy").asText()).isEqualTo("weighted");
        assertThat(alias.path("description").asText()).isEqualTo("<b>both</b>");
        assertThat(alias.path("access").asText()).isEqualTo("alias");
        assertThat(alias.path("response_model").asText()).isEqualTo("requested");
        assertThat(alias.path("hidden").asBoolean()).isTrue();
        assertThat(page.locator(".toast-warn").first()).containsText(name);
    }

    @Test
    void putsTargetsInAnotherOrder() {
        store(
                "{\"strategy\": \"failover\", \"targets\": [{\"model\": \"openai/gpt-4.1\"}, {\"model\": \"openai/o4-mini\"}]}");
        Page page = editing(name);

        button(dialog(page), "Move target 2 up").click();
        save(page);

        awaitSaved(page);
        assertThat(stored().at("/targets/0/model").asText()).isEqualTo("o4-mini");
    }

    @Test
    void saysWhatItWillHideBeforeItIsSaved() {
        Page page = editing("");

        labelled(dialog(page), "Name").fill("openai/gpt-4.1-mini");
        labelled(dialog(page), "Target").fill("openai/gpt-4.1");

        assertThat(dialog(page).locator(".preview")).containsText("It hides the model 'openai/gpt-4.1-mini'");
        assertAccessible(page);
    }

    @Test
    void saysWhyACircleCannotBe() {
        dashboard.expecting("status of 409");
        Page page = editing("");

        labelled(dialog(page), "Name").fill(name);
        labelled(dialog(page), "Target").fill(name);

        assertThat(dialog(page).locator(".preview [role=alert]")).containsText(name);
        save(page);
        assertThat(dialog(page).locator(".dialog-body > [role=alert]")).containsText(name);
        assertThat(api().status("/aliases/" + name)).isEqualTo(404);
        assertAccessible(page);
    }

    @Test
    void askForWhatIsMissing() {
        Page page = editing("");

        save(page);

        assertThat(dialog(page).locator("[role=alert]")).containsText("Give it a name");
        assertAccessible(page);
    }

    @Test
    void switchesOneOffHidesItAndDeletesIt() {
        store("{\"target\": \"openai/gpt-4.1\"}");
        Page page = opened(dashboard, "alias:" + name);

        button(dialog(page), "Disable").click();
        assertThat(button(dialog(page), "Enable")).isVisible();
        assertThat(stored().path("enabled").asBoolean()).isFalse();
        button(dialog(page), "Enable").click();
        button(dialog(page), "Hide from lists").click();
        assertThat(button(dialog(page), "Show in lists")).isVisible();
        assertAccessible(page);
        assertThat(stored().path("enabled").asBoolean()).isTrue();
        assertThat(stored().path("hidden").asBoolean()).isTrue();
        button(dialog(page), "Delete").click();
        button(dialog(page), "Delete alias").click();

        awaitSaved(page);
        assertThat(row(page, name)).hasCount(0);
        assertThat(api().status("/aliases/" + name)).isEqualTo(404);
    }

    @Test
    void saysWhoUsesAnAliasThatCannotBeDeleted() {
        dashboard.expecting("status of 409");
        store("{\"target\": \"openai/gpt-4.1\"}");
        api().write("PUT", "/aliases/" + name + "-user", "{\"target\": \"" + name + "\"}");
        Page page = opened(dashboard, "alias:" + name);

        button(dialog(page), "Delete").click();
        button(dialog(page), "Delete alias").click();

        assertThat(dialog(page).locator(".dialog-body > [role=alert]")).containsText(name + "-user");
        assertThat(stored().path("name").asText()).isEqualTo(name);
    }

    @Test
    void doesNotOfferToWriteWhatTheConfigurationFileDeclares() {
        Page page = editing("house-default");

        assertThat(dialog(page)).containsText("declared in the configuration file");
        assertThat(button(dialog(page), "Save")).hasCount(0);
        assertThat(labelled(dialog(page), "Target")).isDisabled();
        assertAccessible(page);
    }

    @Test
    void showsBothVersionsToTheSecondOfTwoBrowsers() {
        dashboard.expecting("status of 412");
        store("{\"target\": \"openai/gpt-4.1\"}");
        Page first = editing(name);
        Page second = editing(name);
        labelled(dialog(first), "Description (optional)").fill("by the first");
        save(first);
        awaitSaved(first);

        labelled(dialog(second), "Description (optional)").fill("by the second");
        save(second);

        assertThat(dialog(second).locator("tr.differs")).containsText("by the first");
        assertThat(dialog(second).locator("tr.differs")).containsText("by the second");
        assertThat(stored().path("description").asText()).isEqualTo("by the first");
        assertAccessible(second);
        button(dialog(second), "Write mine over it").click();
        awaitSaved(second);
        assertThat(stored().path("description").asText()).isEqualTo("by the second");
    }

    @Test
    void showsBothVersionsWhereAnAliasThatIsSwitchedOffHasChanged() {
        dashboard.expecting("status of 412");
        store("{\"target\": \"openai/gpt-4.1\"}");
        Page page = opened(dashboard, "alias:" + name);
        store("{\"target\": \"openai/gpt-4.1-mini\"}");

        button(dialog(page), "Disable").click();

        assertThat(dialog(page).locator("tr.differs")).hasCount(2);
        button(dialog(page), "Go on from theirs").click();
        assertThat(labelled(dialog(page), "Target")).hasValue("openai/gpt-4.1-mini");
        assertThat(stored().path("enabled").asBoolean()).isTrue();
    }

    @Test
    void keepsWhatWasTypedWhenTheKeyIsNoLongerTaken() {
        dashboard.expecting("status of 401");
        store("{\"target\": \"openai/gpt-4.1\"}");
        Page page = editing(name);
        labelled(dialog(page), "Description (optional)").fill("typed before");
        page.route("**/api/v1/aliases/*", route -> {
            if (route.request().method().equals("PUT")) {
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(401)
                        .setContentType("application/json")
                        .setBody("{\"error\": {\"message\": \"no\", \"code\": \"invalid_api_key\"}}"));
            } else {
                route.resume();
            }
        });
        save(page);
        page.locator("aurora-sign-in input[type=password]").waitFor();
        assertAccessible(page);
        page.locator("aurora-sign-in input[type=password]").fill(RunningGateway.MASTER_KEY);
        page.unroute("**/api/v1/aliases/*");

        page.locator("aurora-sign-in button[type=submit]").click();

        assertThat(labelled(dialog(page), "Description (optional)")).hasValue("typed before");
        save(page);
        awaitSaved(page);
        assertThat(stored().path("description").asText()).isEqualTo("typed before");
    }

    @Test
    void keepsWhatWasTypedWhileTheGatewayIsAway() {
        dashboard.expecting("ERR_INTERNET_DISCONNECTED");
        store("{\"target\": \"openai/gpt-4.1\"}");
        Page page = editing(name);
        labelled(dialog(page), "Description (optional)").fill("typed before");
        page.context().setOffline(true);

        save(page);

        assertThat(dialog(page).locator(".dialog-body > [role=alert]")).containsText("The gateway cannot be reached.");
        assertAccessible(page);
        page.context().setOffline(false);
        save(page);
        awaitSaved(page);
        assertThat(stored().path("description").asText()).isEqualTo("typed before");
    }

    @Test
    void asksBeforeItDiscardsWhatWasTyped() {
        Page page = editing("");
        labelled(dialog(page), "Name").fill(name);

        page.keyboard().press("Escape");

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Discard what you changed?")))
                .isVisible();
        button(dialog(page), "Cancel").click();
        assertThat(labelled(dialog(page), "Name")).hasValue(name);
        button(dialog(page), "Cancel").click();
        button(dialog(page), "Discard").click();
        awaitSaved(page);
    }

    @Test
    void keepsWhatWasTypedHoweverOftenEscapeIsPressed() {
        Page page = editing("");
        labelled(dialog(page), "Name").fill(name);

        for (int press = 0; press < 3; press++) {
            page.keyboard().press("Escape");
        }

        assertThat(page.locator("dialog[open]")).hasCount(2);
        button(dialog(page), "Cancel").click();
        assertThat(labelled(dialog(page), "Name")).hasValue(name);
    }
}
