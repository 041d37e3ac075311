package org.aurora.gateway.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.dashboard.Accessibility.assertAccessible;
import static org.aurora.gateway.dashboard.KeysOnPage.button;
import static org.aurora.gateway.dashboard.KeysOnPage.dialog;
import static org.aurora.gateway.dashboard.KeysOnPage.field;
import static org.aurora.gateway.dashboard.KeysOnPage.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.aurora.gateway.dashboard.DashboardBrowser.View;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done with keys, each with what came of it. */
class KeysPageTest {
    @RegisterExtension
    static final DashboardBrowser dashboard = DashboardBrowser.with(
            () -> RunningGateway.with("providers: { built-in: { type: demo, models: [demo-chat] } }")
                    .start());

    private final GatewayApi api = new GatewayApi(dashboard.gateway());

    @BeforeEach
    void noKeysYet() {
        api.get("/auth-keys").forEach(key -> api.write("DELETE", "/auth-keys/" + id(key), ""));
    }

    private JsonNode make(String settings) {
        return api.write("POST", "/auth-keys", settings);
    }

    private static String id(JsonNode key) {
        return key.get("id").asText();
    }

    private static String value(JsonNode key) {
        return key.get("value").asText();
    }

    private JsonNode key(JsonNode made) {
        return api.get("/auth-keys/" + id(made));
    }

    private static String open(JsonNode key) {
        return "keys?open=" + id(key);
    }

    @Test
    void makesAKeyThatOpensWhatItMay() {
        Page page = dashboard.signedIn("keys");
        button(page, "New key").click();
        field(page, "Name").fill("search");
        field(page, "User path").fill("/team/alpha");
        field(page, "May call").selectOption("some");
        field(page, "Only these").fill("demo-c");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        field(page, "But not these").fill("built-in/other");
        field(page, "Expires").selectOption("at");
        field(page, "Ends at (UTC)").fill("2040-01-02T03:04");
        assertAccessible(page);

        button(page, "Make the key").click();

        assertThat(api.statusWith(secret(page))).isEqualTo(200);
        JsonNode made = api.get("/auth-keys").get(0);
        assertThat(made.get("name").asText()).isEqualTo("search");
        assertThat(made.get("user_path").asText()).isEqualTo("/team/alpha");
        assertThat(made.get("allowed_models").toString()).isEqualTo("[\"built-in/demo-chat\"]");
        assertThat(made.get("denied_models").toString()).isEqualTo("[\"built-in/other\"]");
        assertThat(made.get("expires_at").asText()).isEqualTo("2040-01-02T03:04:00Z");
    }

    @Test
    void keepsNothingOfTheSecretOnceItWasCopiedAndClosed() {
        Page page = dashboard.signedIn("keys?open=new");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        field(page, "Name").fill("search");
        button(page, "Make the key").click();
        String value = secret(page);
        assertAccessible(page);
        button(page, "Copy the key").click();
        assertThat(button(page, "Copied")).isVisible();
        assertThat(page.evaluate("() => navigator.clipboard.readText()")).isEqualTo(value);

        button(page, "I have stored it").click();

        assertThat(page.locator(".secret")).hasCount(0);
        assertThat(page.evaluate(
                                "() => document.documentElement.outerHTML + location.href + document.title + JSON.stringify("
                                        + "[localStorage, sessionStorage, history.state, document.cookie, performance.getEntries()])")
                        .toString())
                .doesNotContain(value.substring(value.length() - 43));
    }

    @Test
    void asksBeforeASecretThatWasNotCopiedIsGone() {
        Page page = dashboard.signedIn("keys?open=new");
        field(page, "Name").fill("search");
        button(page, "Make the key").click();
        String value = secret(page);

        page.keyboard().press("Escape");

        assertThat(dialog(page, "The key is made")).containsText("You have not copied it");
        assertThat(dialog(page, "The key is made")).containsText(value);
        assertAccessible(page);
        button(page, "Close without copying").click();
        assertThat(page.locator(".secret")).hasCount(0);
    }

    @Test
    void editsAKeyAndSaysWhy() {
        JsonNode made = make(
                "{\"name\":\"search\",\"allowed_models\":[\"built-in/*\"],\"expires_at\":\"2041-01-01T00:00:00Z\"}");
        Page page = dashboard.signedIn(open(made));
        button(page, "Edit").click();
        field(page, "Name").fill("research");
        button(page, "Remove built-in/*").click();
        field(page, "Only these").fill("*");
        field(page, "Reason").fill("they moved");
        assertAccessible(page);

        button(page, "Save").click();

        assertThat(page.getByText("Key research saved")).isVisible();
        assertThat(key(made).get("allowed_models").toString()).isEqualTo("[\"*\"]");
        assertThat(key(made).get("expires_at").asText()).isEqualTo("2041-01-01T00:00:00Z");
        assertThat(api.get("/changes?kind=key&limit=1").get(0).get("reason").asText())
                .isEqualTo("they moved");
        assertThat(button(page, "Edit")).isFocused();
    }

    @Test
    void rotatesAKeyWithAGrace() {
        JsonNode made = make("{\"name\":\"search\"}");
        Page page = dashboard.signedIn(open(made));
        button(page, "Rotate").click();
        field(page, "The present secret goes on to open").selectOption("1");
        assertAccessible(page);

        page.locator("form").getByText("Rotate", KeysOnPage.EXACTLY).click();

        assertThat(dialog(page, "The new secret")).containsText("opens until");
        assertAccessible(page);
        assertThat(api.statusWith(secret(page))).isEqualTo(200);
        assertThat(api.statusWith(value(made))).isEqualTo(200);
        assertThat(key(made).get("grace_until").isNull()).isFalse();
    }

    @Test
    void rotatesAKeyAndStopsTheOldSecretAtOnce() {
        JsonNode made = make("{\"name\":\"search\"}");
        Page page = dashboard.signedIn(open(made));
        button(page, "Rotate").click();
        field(page, "The present secret goes on to open").selectOption("0");

        page.locator("form").getByText("Rotate", KeysOnPage.EXACTLY).click();

        assertThat(dialog(page, "The new secret")).containsText("opens nothing any more");
        assertThat(api.statusWith(secret(page))).isEqualTo(200);
        assertThat(api.statusWith(value(made))).isEqualTo(401);
    }

    @Test
    void revokesAKeyForGood() {
        JsonNode made = make("{\"name\":\"search\"}");
        Page page = dashboard.signedIn(open(made));
        button(page, "Revoke").click();
        assertThat(page.getByText("nothing brings it back")).isVisible();
        assertAccessible(page);

        page.locator("form").getByText("Revoke", KeysOnPage.EXACTLY).click();

        assertThat(page.getByText("Key search revoked")).isVisible();
        assertThat(key(made).get("state").asText()).isEqualTo("revoked");
        assertThat(api.statusWith(value(made))).isEqualTo(401);
        assertThat(button(page, "Rotate")).hasCount(0);
    }

    @Test
    void deletesAKeyAndPutsTheFocusOnThePage() {
        JsonNode made = make("{\"name\":\"search\"}");
        make("{\"name\":\"another\"}");
        Page page = dashboard.signedIn(open(made));
        button(page, "Delete").click();
        assertAccessible(page);

        page.locator("form").getByText("Delete", KeysOnPage.EXACTLY).click();

        assertThat(page.getByText("Key search deleted")).isVisible();
        assertThat(api.status("/auth-keys/" + id(made))).isEqualTo(404);
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("main h1")).isFocused();
    }

    @Test
    void writesNothingWhereACancelledStepWasBegun() {
        JsonNode made = make("{\"name\":\"search\"}");
        Page page = dashboard.signedIn(open(made));
        button(page, "Delete").click();

        button(page, "Cancel").click();

        assertThat(button(page, "Delete")).isFocused();
        assertThat(key(made).get("version").asInt()).isEqualTo(1);
    }

    @Test
    void saysWhatToDoWhereThereIsNoKey() {
        Page page = dashboard.signedIn("keys");

        assertThat(page.getByText("No app has a key yet")).isVisible();
        assertAccessible(page);
        button(page, "New key").click();
        assertThat(field(page, "Name")).isFocused();
    }

    @Test
    void saysAtTheFieldWhatTheGatewayRefuses() {
        dashboard.expecting("status of 400");
        Page page = dashboard.signedIn("keys?open=new");
        field(page, "Name").fill("search");
        field(page, "User path").fill("/team/../root");

        button(page, "Make the key").click();

        assertThat(field(page, "User path")).hasAttribute("aria-invalid", "true");
        assertThat(field(page, "User path")).isFocused();
        assertAccessible(page);
        assertThat(api.get("/auth-keys")).isEmpty();
    }

    @Test
    void asksBeforeWhatWasTypedIsLost() {
        Page page = dashboard.signedIn("keys?open=new");
        field(page, "Name").fill("search");

        page.keyboard().press("Escape");
        dialog(page, "Discard what you typed?").waitFor();
        assertAccessible(page);
        button(dialog(page, "Discard what you typed?"), "Cancel").click();

        assertThat(field(page, "Name")).hasValue("search");
    }

    @Test
    void keepsFiltersAndOrderInTheUrl() {
        make("{\"name\":\"search\",\"user_path\":\"/team/alpha\"}");
        JsonNode revoked = make("{\"name\":\"old\"}");
        api.write("POST", "/auth-keys/" + id(revoked) + "/deactivate", "{}");
        Page page = dashboard.signedIn("keys?state=revoked&sort=-name");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("th[aria-sort]")).hasAttribute("aria-sort", "descending");

        field(page, "State").selectOption("");
        page.getByLabel("Search names, ids, paths and models").fill("/TEAM/al");

        assertThat(page.locator("tbody tr")).containsText("search");
        assertThat(page).hasURL(Pattern.compile(".*#/keys\\?sort=-name&search=%2FTEAM%2Fal"));
    }

    @Test
    void opensAKeyByKeyboardAndGoesBackToItsRow() {
        make("{\"name\":\"search\"}");
        JsonNode other = make("{\"name\":\"writer\"}");
        Page page = dashboard.signedIn("keys");
        page.locator("tbody tr").first().focus();

        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*open=" + id(other)));
        assertThat(dialog(page, "writer")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("tbody tr").nth(1)).isFocused();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,WIDE", "DARK,PHONE"})
    void everybodyCanUseItWhateverKeysAreCalled(ColorScheme theme, View view) {
        String names = "[\"" + Providers.SCRIPT.replace("\"", "\\\"") + "\",\"" + Providers.LONG + "\",\""
                + Providers.RIGHT_TO_LEFT + "\"]";
        JsonNode made = make("{\"name\":\"" + Providers.SCRIPT + "\",\"allowed_models\":" + names + ",\"user_path\":\"/"
                + Providers.LONG.substring(0, 120) + "\"}");
        make("{\"name\":\"" + "👩‍🚀 " + Providers.RIGHT_TO_LEFT + "\",\"denied_models\":" + names + "}");
        make("{\"name\":\"" + "n".repeat(256) + "\",\"expires_at\":\"2041-01-01T00:00:00Z\"}");
        Page page = dashboard.signedIn("keys", view, theme);
        assertThat(page.locator("tbody tr")).hasCount(3);
        assertAccessible(page);

        page.evaluate("hash => { location.hash = hash; }", "#/" + open(made));
        assertThat(dialog(page, Providers.SCRIPT)).containsText(Providers.LONG);
        assertAccessible(page);
        button(page, "Edit").click();
        assertThat(field(page, "Name")).hasValue(Providers.SCRIPT);
        assertAccessible(page);
        assertThat(
                        page.evaluate(
                                "() => document.documentElement.scrollWidth <= innerWidth"
                                        + " && [...document.querySelectorAll('main, .dialog-body')].every(it => it.scrollWidth <= it.clientWidth)"))
                .isEqualTo(true);
    }

    @Test
    void saysHowOldAKeyIsAsTimeGoesOn() {
        make("{\"name\":\"search\"}");
        Page page = dashboard.signedIn("keys");
        page.clock().install();
        page.reload();
        page.locator("tbody tr").getByText("search", KeysOnPage.EXACTLY).waitFor();

        page.clock().fastForward(300_000);

        assertThat(page.locator("tbody tr")).containsText("5 minutes ago");
    }
}
