package org.aurora.gateway.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.dashboard.Accessibility.assertAccessible;
import static org.aurora.gateway.dashboard.ModelsOnPage.button;
import static org.aurora.gateway.dashboard.ModelsOnPage.dialog;
import static org.aurora.gateway.dashboard.ModelsOnPage.opened;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written from beside the table, without an editor. */
class QuickWritesTest {
    private static final String ON_TOP = """
            element => {
                const { x, y, width, height } = element.getBoundingClientRect();
                return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
            }
            """;

    private static final AtomicInteger count = new AtomicInteger();

    @RegisterExtension
    static final DashboardBrowser dashboard = DashboardBrowser.ofModels();

    private String name = "";

    @BeforeEach
    void storeOne() {
        name = "quick-" + count.incrementAndGet();
        store("openai/gpt-4.1");
    }

    private static GatewayApi api() {
        return new GatewayApi(dashboard.gateway());
    }

    private void store(String target) {
        api().write("PUT", "/aliases/" + name, "{\"target\": \"" + target + "\"}");
    }

    private Page sheet() {
        Page page = opened(dashboard, "alias:" + name);
        assertThat(dialog(page).locator(".chain li")).containsText("openai/gpt-4.1");
        return page;
    }

    private static void delete(Page page) {
        button(dialog(page), "Delete").click();
        button(dialog(page), "Delete alias").click();
    }

    private static Locator failure(Page page) {
        return dialog(page).locator(".dialog-body > [role=alert]");
    }

    private static void assertOnTop(Locator element) {
        assertThat(element).isVisible();
        assertThat(element.evaluate(ON_TOP)).as("is on top of all else").isEqualTo(true);
    }

    private void refuseWrites(Page page, int status) {
        page.route("**/api/v1/aliases/*", route -> {
            if (route.request().method().equals("GET")) {
                route.resume();
            } else {
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(status)
                        .setContentType("application/json")
                        .setBody("{\"error\": {\"message\": \"Not now.\", \"code\": \"refused\"}}"));
            }
        });
    }

    @Test
    void showsWhatIsThereNowWhereADeletedAliasHasChangedAndDeletesThatNext() {
        dashboard.expecting("status of 412");
        Page page = sheet();
        store("openai/gpt-4.1-mini");

        delete(page);

        assertThat(failure(page)).containsText("Somebody changed it meanwhile, so that nothing was deleted.");
        assertThat(dialog(page).locator(".chain li")).containsText("openai/gpt-4.1-mini");
        assertAccessible(page);
        delete(page);
        assertThat(page.locator("dialog[open]")).hasCount(0);
        assertThat(api().status("/aliases/" + name)).isEqualTo(404);
    }

    @Test
    void saysSoWhereADeletedAliasIsGoneAlready() {
        dashboard.expecting("status of 4");
        Page page = sheet();
        api().write("DELETE", "/aliases/" + name, "");

        delete(page);

        assertThat(failure(page)).isVisible();
        assertThat(dialog(page)).containsText("There is no such name");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 503})
    void showsInTheSheetWhyNothingWasWritten(int status) {
        dashboard.expecting("status of " + status);
        Page page = sheet();
        refuseWrites(page, status);

        button(dialog(page), "Hide from lists").click();
        assertThat(failure(page)).containsText("Not now.");
        assertOnTop(failure(page));
        delete(page);
        assertThat(failure(page)).containsText("Not now.");
        page.unroute("**/api/v1/aliases/*");
        button(dialog(page), "Hide from lists").click();

        assertThat(button(dialog(page), "Show in lists")).isVisible();
        assertThat(failure(page)).hasCount(0);
        assertThat(api().get("/aliases/" + name).path("hidden").asBoolean()).isTrue();
    }

    @Test
    void saysWhatIsDoneOverTheSheetAndToScreenReaders() {
        Page page = sheet();

        button(dialog(page), "Disable").click();

        Locator toast = page.locator(".toast", new Page.LocatorOptions().setHasText(name + " saved"));
        assertOnTop(toast);
        assertThat(dialog(page).evaluate("it => it.scrollHeight <= it.clientHeight"))
                .as("needs no bar to scroll by")
                .isEqualTo(true);
        assertThat(page.locator("dialog[open] > .toasts[role=status]")).containsText(name + " saved");
        assertAccessible(page);
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog[open]")).hasCount(0);
        assertOnTop(toast);
        assertThat(page.locator("aurora-toasts > .toasts[role=status]")).containsText(name + " saved");
        assertThat(page.locator("body > [role=status]")).hasCount(1);
    }

    @Test
    void leadsToTheTopOfThePageOnceAnAliasIsDeleted() {
        Page page = sheet();

        delete(page);

        assertThat(page.locator("main h1")).isFocused();
    }
}
