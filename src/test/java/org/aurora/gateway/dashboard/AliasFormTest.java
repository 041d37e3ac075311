package org.aurora.gateway.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.aurora.gateway.dashboard.ModelsOnPage.button;
import static org.aurora.gateway.dashboard.ModelsOnPage.dialog;
import static org.aurora.gateway.dashboard.ModelsOnPage.labelled;
import static org.aurora.gateway.dashboard.ModelsOnPage.opened;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of typing, focus and mistakes in the editor of aliases. */
class AliasFormTest {
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

    private static Page editing(String alias) {
        Page page = dashboard.signedIn("models?edit=alias:" + alias);
        labelled(dialog(page), "Name").waitFor();
        return page;
    }

    private static void save(Page page) {
        button(dialog(page), "Save").click();
    }

    private void refuseWrites(Page page) {
        page.route("**/api/v1/aliases/*", route -> {
            if (route.request().method().equals("GET")) {
                route.resume();
            } else {
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(400)
                        .setContentType("application/json")
                        .setBody("{\"error\": {\"message\": \"Not so.\", \"code\": \"invalid_request\"}}"));
            }
        });
    }

    @Test
    void leadsToBothVersionsAndSaysThem() {
        dashboard.expecting("status of 412");
        store("{\"target\": \"openai/gpt-4.1\"}");
        Page page = editing(name);
        store("{\"target\": \"openai/gpt-4.1-mini\"}");
        labelled(dialog(page), "Description (optional)").fill("mine");

        save(page);

        assertThat(dialog(page).locator("aurora-conflict h3")).isFocused();
        assertThat(dialog(page).locator(".announcer")).containsText("changed this after you opened it");
        button(dialog(page), "Go on from theirs").click();
        assertThat(labelled(dialog(page), "Description (optional)")).isFocused();
    }

    @Test
    void goesBackToTheButtonAfterARefusal() {
        dashboard.expecting("status of 400");
        store("{\"target\": \"openai/gpt-4.1\"}");
        Page page = editing(name);
        refuseWrites(page);

        save(page);

        dialog(page).getByText("Not so.").waitFor();
        assertThat(button(dialog(page), "Save")).isFocused();
        button(dialog(page), "Delete").click();
        button(dialog(page), "Delete alias").click();
        assertThat(button(dialog(page), "Delete")).isFocused();
    }

    @Test
    void leavesNothingOfADeletedAliasOpen() {
        store("{\"target\": \"openai/gpt-4.1\"}");
        Page page = opened(dashboard, "alias:" + name);
        button(dialog(page), "Edit").click();
        labelled(dialog(page), "Name").waitFor();

        button(dialog(page), "Delete").click();
        button(dialog(page), "Delete alias").click();

        assertThat(page.locator("main h1")).isFocused();
        assertThat(page.locator("dialog[open]")).hasCount(0);
        assertThat(page).hasURL(Pattern.compile("#/models$"));
    }

    @Test
    void dropsAnswersThatComeLaterThanWhatWasTyped() {
        store("{\"target\": \"openai/gpt-4.1\"}");
        Page page = opened(dashboard, "alias:" + name);
        List<Route> held = new CopyOnWriteArrayList<>();
        page.route("**/api/v1/aliases/" + name, route -> {
            if (held.isEmpty()) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        button(dialog(page), "Edit").click();
        dialog(page).getByText("Loading").waitFor();
        page.keyboard().press("Escape");
        button(dialog(page), "Edit").click();
        labelled(dialog(page), "Description (optional)").fill("typed");

        held.get(0)
                .fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"name\": \"" + name + "\", \"targets\": [], \"description\": \"late\"}"));

        page.unroute("**/api/v1/aliases/" + name);
        page.evaluate("() => fetch('dashboard').then(() => new Promise(requestAnimationFrame))");
        assertThat(labelled(dialog(page), "Description (optional)")).hasValue("typed");
    }

    @Test
    void saysNothingOfAnAnswerThatNobodyWaitsFor() {
        dashboard.allowing("status of 500");
        store("{\"target\": \"openai/gpt-4.1\"}");
        Page page = opened(dashboard, "alias:" + name);
        List<Route> held = new CopyOnWriteArrayList<>();
        page.route("**/api/v1/aliases/" + name, held::add);
        button(dialog(page), "Edit").click();
        dialog(page).getByText("Loading").waitFor();
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog[open]")).hasCount(1);

        held.get(0).fulfill(new Route.FulfillOptions().setStatus(500).setBody("{}"));

        assertThat(button(dialog(page), "Edit")).isFocused();
        page.evaluate("() => new Promise(requestAnimationFrame)");
    }

    @Test
    void saysThatThereIsOneOfThatNameAlready() {
        dashboard.expecting("status of 412");
        store("{\"target\": \"openai/gpt-4.1\"}");
        Page page = editing("");
        labelled(dialog(page), "Name").fill(name);
        labelled(dialog(page), "Target").fill("openai/gpt-4.1-mini");

        save(page);

        assertThat(dialog(page).locator("aurora-conflict")).containsText("There is one of this name already");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void refusesANameThatBrowsersTakeOutOfAUrl(String dots) {
        Page page = editing("");
        labelled(dialog(page), "Name").fill(dots);
        labelled(dialog(page), "Target").fill("openai/gpt-4.1");

        save(page);

        assertThat(dialog(page).locator("[role=alert]")).containsText("is only a dot or two, which browsers take out");
        assertThat(labelled(dialog(page), "Name")).isFocused();
        assertThat(labelled(dialog(page), "Name")).hasAttribute("aria-invalid", "true");
    }

    @Test
    void leadsToTheFieldThatIsWrong() {
        Page page = editing("");
        labelled(dialog(page), "Name").fill(name);

        save(page);

        assertThat(labelled(dialog(page), "Target")).isFocused();
        assertThat(labelled(dialog(page), "Target")).hasAttribute("aria-invalid", "true");
        assertThat(dialog(page).locator("[role=alert]")).containsText("Say what it leads to");
        labelled(dialog(page), "Target").fill("openai/gpt-4.1");
        assertThat(dialog(page).locator("[aria-invalid=true]")).hasCount(0);
    }
}
