package org.aurora.gateway.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.dashboard.Accessibility.assertAccessible;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.aurora.gateway.dashboard.DashboardBrowser.View;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaygroundPageTest {
    private static final ScriptedChat upstream = new ScriptedChat();

    @RegisterExtension
    static final DashboardBrowser dashboard = DashboardBrowser.with(() ->
            RunningGateway.with(RunningGateway.yamlFor(upstream.server()) + """
                    aliases: { regular: { target: "up/gpt-x" } }
                    model_overrides:
                      up/: { user_paths: ["/team/alpha", "/grün"] }
                      regular: { user_paths: ["/team", "/grün"] }
                    """).start());

    @AfterAll
    static void closeProvider() throws Exception {
        upstream.close();
    }

    @BeforeEach
    void forget() {
        upstream.forget();
    }

    private static Page playground() {
        return dashboard.signedIn("playground?model=regular");
    }

    private static void say(Page page, String text) {
        page.getByLabel("Message").fill(text);
        page.getByLabel("Message").press("Enter");
    }

    private static Locator answer(Page page) {
        return page.locator(".turn-model").last();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,WIDE", "DARK,WIDE", "LIGHT,PHONE", "DARK,PHONE"})
    void everybodyCanUseIt(ColorScheme theme, View view) throws Exception {
        Page page = dashboard.signedIn("playground?model=regular", view, theme);
        assertAccessible(page);
        say(page, "hello");
        upstream.says("Hello. ").ends();
        answer(page).getByText("Total").waitFor();
        assertAccessible(page);

        button(page, "As curl").click();
        page.locator("dialog[open]").waitFor();

        assertAccessible(page);
    }

    @Test
    void showsTokensAsTheyComeAndWhatTheCallCameTo() throws Exception {
        Page page = playground();
        say(page, "hello");
        upstream.says("One ");

        assertThat(answer(page).locator(".said")).hasText("One ");
        assertThat(answer(page)).containsText("answering");
        upstream.says("<b>two</b> **three**\n<script>alert(1)</script>").ends();

        assertThat(answer(page).locator(".said")).hasText("One <b>two</b> **three**\n<script>alert(1)</script>");
        assertThat(answer(page)).containsText("Went to:up/gpt-x");
        assertThat(answer(page)).containsText(Pattern.compile("First token:[\\d.]+ m?s"));
        assertThat(answer(page)).containsText(Pattern.compile("Total:[\\d.]+ m?s"));
        assertThat(answer(page)).containsText("Tokens:7 in, 3 out");
        assertThat(answer(page)).containsText("Finish:stop");
        assertThat(answer(page).locator("b")).hasCount(0);
        JsonNode asked = upstream.body();
        assertThat(asked.path("model").asText()).isEqualTo("gpt-x");
        assertThat(asked.at("/stream_options/include_usage").asBoolean()).isTrue();
        assertThat(asked.has("temperature")).isFalse();
    }

    @Test
    void sendsWhatWasSetAndTheConversationSoFar() throws Exception {
        Page page = playground();
        field(page, "System prompt").fill("Be \"brief\".");
        field(page, "Temperature").fill("0.5");
        field(page, "Max tokens").fill("64");
        page.getByLabel("Ask for usage in the stream").uncheck();
        say(page, "first");
        upstream.says("an answer").ends();
        answer(page).getByText("Total").waitFor();
        upstream.forget();

        page.getByLabel("Message").fill("second");
        page.getByLabel("Message").press("Shift+Enter");
        page.keyboard().type("line");
        page.getByLabel("Message").press("Enter");

        JsonNode asked = upstream.body();
        assertThat(asked.path("messages").findValuesAsText("content"))
                .containsExactly("Be \"brief\".", "first", "an answer", "second\nline");
        assertThat(asked.path("temperature").asDouble()).isEqualTo(0.5);
        assertThat(asked.path("max_tokens").asInt()).isEqualTo(64);
        upstream.ends();
        answer(page).getByText("Total").waitFor();
        assertThat(answer(page)).not().containsText("Tokens:");
        button(page, "Clear").click();
        assertThat(page.locator(".turn")).hasCount(0);
        assertThat(field(page, "Message")).isFocused();
    }

    @Test
    void stopsTheCallUpstreamToo() throws Exception {
        Page page = playground();
        say(page, "go on and on");
        upstream.says("and on ");
        assertThat(answer(page).locator(".said")).hasText("and on ");

        int connections = upstream.server().openConnections();

        button(page, "Stop").click();

        await().untilAsserted(
                        () -> assertThat(upstream.server().openConnections()).isLessThan(connections));
        assertThat(answer(page)).containsText("stopped");
        assertThat(answer(page).locator(".said")).hasText("and on ");
        assertThat(button(page, "Send")).isVisible();
    }

    @Test
    void tellsThatAnAnswerBrokeOffAndKeepsWhatCame() throws Exception {
        Page page = playground();
        say(page, "tell me");
        upstream.says("half of ");
        assertThat(answer(page).locator(".said")).hasText("half of ");

        upstream.exchange().reset();

        assertThat(answer(page)).containsText("Broken off in the middle.");
        assertThat(answer(page).locator(".note-bad code")).isVisible();
        assertThat(answer(page).locator(".said")).hasText("half of ");
        upstream.forget();
        page.getByText("Try again").click();
        upstream.says("whole").ends();
        assertThat(answer(page).locator(".said")).hasText("whole");
        assertThat(page.locator(".turn")).hasCount(2);
        assertThat(upstream.body().path("messages")).hasSize(1);
    }

    @Test
    void takesAnAnswerWithoutAnEndForNoAnswer() throws Exception {
        Page page = playground();
        say(page, "tell me");

        upstream.says("half of ").endsWithoutDone();

        assertThat(answer(page)).containsText("the answer is not whole");
    }

    @Test
    void answersAtOnceWithoutAStreamAndSaysTheCost() throws Exception {
        Operator.of(dashboard.gateway())
                .put(
                        "/model-pricing/up%2Fgpt-x",
                        "{\"pricing\": {\"input_per_mtok\": 1000, \"output_per_mtok\": 2000}}");
        Page page = playground();
        page.getByLabel("Stream", new Page.GetByLabelOptions().setExact(true)).uncheck();
        say(page, "hello");

        upstream.answers("{\"choices\":[{\"message\":{\"content\":\"all at once\"},\"finish_reason\":\"length\"}],"
                + "\"usage\":{\"prompt_tokens\":1200,\"completion_tokens\":3}}");

        assertThat(answer(page).locator(".said")).hasText("all at once");
        assertThat(answer(page)).containsText("Tokens:1,200 in, 3 out");
        assertThat(answer(page)).containsText("Finish:length");
        assertThat(answer(page)).containsText("Cost:1.206 USD");
    }

    @Test
    void callsAsWhoeverIsAtAPlace() throws Exception {
        dashboard.expecting("status of 403");
        Page page = dashboard.signedIn("playground?model=regular&path=%2Fteam%2Fbeta");
        assertThat(field(page, "User path")).hasValue("/team/beta");
        say(page, "hello");

        assertThat(answer(page)).containsText("403 model_access_denied");
        field(page, "User path").fill("/grün/und mehr");
        page.getByText("Try again").click();
        upstream.says("from there").ends();

        assertThat(answer(page).locator(".said")).hasText("from there");
        assertThat(page).hasURL(Pattern.compile(".*path=%2Fgr%C3%BCn%2Fund\\+mehr"));
    }

    @Test
    void callsWithAnAppsKeyAndKeepsItNowhere() throws Exception {
        dashboard.expecting("status of 403");
        dashboard.expecting("status of 401");
        String key = Operator.of(dashboard.gateway())
                .post(
                        "/auth-keys",
                        "{\"name\": \"a\", \"user_path\": \"/team/alpha\", \"denied_models\": [\"up/a/b\"]}")
                .path("value")
                .asText();
        Page page = playground();
        page.getByLabel("An app’s key").check();
        say(page, "hello");
        assertThat(page.getByText("Paste the key of an app.")).isVisible();
        assertThat(field(page, "App key")).isFocused();

        field(page, "App key").fill(key);
        page.getByLabel("Message").press("Enter");
        upstream.says("from the app").ends();

        assertThat(answer(page).locator(".said")).hasText("from the app");
        assertThat(page.evaluate(
                                "() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie + location.href")
                        .toString())
                .doesNotContain(key);
        field(page, "Model").fill("up/a/b");
        say(page, "and this");
        assertThat(answer(page)).containsText("403 model_access_denied");
        field(page, "App key").fill("sk_aurora_nobody");
        page.getByText("Try again").click();
        assertThat(answer(page)).containsText("401 invalid_api_key");
        assertThat(page.locator("form.sign-in-card")).hasCount(0);
    }

    @Test
    void showsHostileNamesAsText() throws Exception {
        dashboard.expecting("status of 404");
        Page page = dashboard.signedIn("playground", View.PHONE, ColorScheme.LIGHT);
        for (String name : List.of(Providers.SCRIPT, Providers.LONG, Providers.RIGHT_TO_LEFT)) {
            page.locator(".playground-settings summary").click();
            field(page, "Model").fill(name);
            page.locator(".playground-settings summary").click();
            say(page, name);

            assertThat(answer(page)).containsText("404 model_not_found");
            assertThat(page.locator(".turn-user").last()).containsText(name);
            assertThat(answer(page).locator("h3")).containsText(name);
        }
        assertThat(page.evaluate("() => document.querySelector('main').scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertAccessible(page);
    }

    @Test
    void keepsTheConversationWhenTheAdminKeyIsChangedInTheMiddle() throws Exception {
        dashboard.expecting("status of 401");
        Page page = playground();
        say(page, "first");
        upstream.says("an answer").ends();
        answer(page).getByText("Total").waitFor();
        upstream.forget();
        ChangedKey.under(page);

        say(page, "second");
        ChangedKey.signInAgain(page);
        page.getByText("Try again").click();
        upstream.says("still here").ends();

        assertThat(answer(page).locator(".said")).hasText("still here");
        assertThat(page.locator(".turn")).hasCount(4);
    }

    @Test
    void saysThatTheGatewayIsAwayAndTriesAgain() throws Exception {
        dashboard.expecting("ERR_INTERNET_DISCONNECTED");
        Page page = playground();
        page.getByLabel("Message").fill("hello");
        page.context().setOffline(true);

        button(page, "Send").click();

        assertThat(answer(page)).containsText("The gateway cannot be reached.");
        page.context().setOffline(false);
        answer(page).getByText("Try again").click();
        upstream.says("back").ends();
        assertThat(answer(page).locator(".said")).hasText("back");
    }

    @Test
    void saysWhatIsWrongBeforeItCalls() throws Exception {
        Page page = dashboard.signedIn("playground", View.PHONE, ColorScheme.LIGHT);
        page.getByText("no model yet").click();
        field(page, "Temperature").fill("hot");
        field(page, "Max tokens").fill("0.5");
        page.getByText("no model yet").click();

        say(page, "hello");

        assertThat(page.getByText("Write the name to call.")).isVisible();
        assertThat(page.getByText("A number from 0 to 2")).isVisible();
        assertThat(page.getByText("A whole number of 1 or more")).isVisible();
        assertThat(field(page, "Model")).isFocused();
        assertThat(page.locator(".turn")).hasCount(0);
        assertThat(page.getByLabel("Message")).hasValue("hello");
    }

    @Test
    void offersACommandThatDoesTheSameAndHoldsNoKey() throws Exception {
        Page page = dashboard.signedIn("playground?model=regular&path=%2Fteam%2Falpha");
        page.getByLabel("Message").fill("it's $HOME `date` \"quoted\" \\ grün");
        button(page, "As curl").click();

        String command = page.locator("pre.command").textContent();
        assertThat(command).contains("$AURORA_KEY").doesNotContain(RunningGateway.MASTER_KEY);
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command);
        shell.environment().put("AURORA_KEY", RunningGateway.MASTER_KEY);
        Process process = shell.redirectErrorStream(true).start();
        upstream.says("by curl").ends();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("by curl", "[DONE]");
        assertThat(upstream.body().at("/messages/0/content").asText())
                .isEqualTo("it's $HOME `date` \"quoted\" \\ grün");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        button(page, "Copy").click();
        assertThat(page.getByText("Copied")).isVisible();
        assertThat(page.evaluate("() => navigator.clipboard.readText()")).isEqualTo(command);
    }
}
