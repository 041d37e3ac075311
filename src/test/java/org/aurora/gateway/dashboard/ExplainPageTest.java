package org.aurora.gateway.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.dashboard.Accessibility.assertAccessible;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aurora.gateway.dashboard.DashboardBrowser.View;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExplainPageTest {
    @RegisterExtension
    static final DashboardBrowser dashboard =
            DashboardBrowser.with(() -> RunningGateway.with("""
                    providers:
                      up:
                        type: demo
                        models: [{ id: gpt-x, metadata: { pricing: { input_per_mtok: 2.5, output_per_mtok: 10 } } }, other]
                      second: { type: demo, models: [other] }
                    aliases:
                      granted: { target: inner, access: alias }
                      inner: { target: "up/gpt-x" }
                      either: { strategy: failover, targets: ["up/gone", "up/gpt-x", "second/other"] }
                      zero: { targets: [{ model: "up/gpt-x", weight: 0 }, { model: "second/other" }] }
                      gone: { target: "up/gone" }
                    model_overrides:
                      "up/": { user_paths: ["/team/alpha"] }
                      granted: { user_paths: ["/team"] }
                    """).start());

    private static Page at(String query) {
        return dashboard.signedIn("explain" + query);
    }

    private static Locator step(Page page, int number) {
        return page.locator(".steps > li").nth(number - 1);
    }

    private static Locator verdict(Page page) {
        return page.locator(".verdict");
    }

    private static void explain(Page page) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Explain").setExact(true))
                .click();
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,WIDE", "DARK,WIDE", "LIGHT,PHONE", "DARK,PHONE"})
    void everybodyCanUseIt(ColorScheme theme, View view) {
        Page page = dashboard.signedIn("explain?model=either&path=%2Fteam%2Fbeta", view, theme);
        verdict(page).waitFor();

        assertAccessible(page);
    }

    @Test
    void saysWhatToDoBeforeAnythingIsAsked() {
        Page page = at("");

        assertThat(page.getByText("Ask what a call would come to")).isVisible();
        explain(page);

        assertThat(page.getByText("Write the name that a caller would send.")).isVisible();
        assertAccessible(page);
        assertThat(field(page, "Model")).isFocused();
    }

    @Test
    void showsEveryStepOfADecisionFromItsLink() {
        Page page = at("?model=either&path=%2Fteam%2Fbeta");

        assertThat(verdict(page)).containsText("would be sent to second/other");
        assertThat(page.locator(".steps > li")).hasCount(5);
        assertThat(step(page, 1)).containsText("either");
        assertThat(step(page, 1)).containsText("whoever is at /team/beta");
        assertThat(step(page, 2)).containsText("Alias either");
        assertThat(step(page, 2)).containsText("strategy failover");
        Locator candidates = step(page, 3).locator(".candidate");
        assertThat(candidates.nth(0)).containsText("struck out: no such model");
        assertThat(candidates.nth(1)).containsText("struck out: denied");
        assertThat(candidates.nth(1)).containsText("/team/alpha");
        assertThat(candidates.nth(2)).containsText("chosen");
        assertThat(step(page, 4)).containsText("failover");
        assertThat(step(page, 5)).containsText("second/other");
        assertThat(field(page, "User path")).hasValue("/team/beta");
    }

    @Test
    void saysTheSameAsTheAdminApi() {
        JsonNode decision = Operator.of(dashboard.gateway())
                .post("/resolve", "{\"model\": \"up/gpt-x\", \"user_path\": \"/team/beta\"}");

        Page page = at("?model=up%2Fgpt-x&path=%2Fteam%2Fbeta");

        assertThat(verdict(page))
                .containsText(decision.path("status").asText() + " "
                        + decision.path("code").asText());
        assertThat(verdict(page)).containsText(decision.path("decided_by").asText());
        assertThat(page.locator(".steps"))
                .containsText(decision.at("/candidates/0/considered/0/reason").asText());
        assertThat(page.locator(".steps")).containsText("this rule decides");
    }

    @Test
    void tellsThatNothingBelowAGrantIsAsked() {
        Page page = at("?model=granted&path=%2Fteam%2Fbeta");

        assertThat(verdict(page)).containsText("would be sent to up/gpt-x");
        assertThat(step(page, 2)).containsText("allows");
        assertThat(step(page, 2)).containsText("leads to the alias inner");
        assertThat(step(page, 3)).containsText("an alias above it answers for all below");
        assertThat(step(page, 5)).containsText("2.5 USD input per Mtok, by the configuration file");
        assertAccessible(page);
    }

    @Test
    void readsAsANumberedListWithoutStyles() {
        Page page = at("?model=either&path=%2Fteam%2Fbeta");
        verdict(page).waitFor();

        page.evaluate("() => document.querySelectorAll('link[rel=stylesheet]').forEach(link => link.remove())");

        assertThat(page.evaluate("() => getComputedStyle(document.querySelector('.steps')).listStyleType"))
                .isEqualTo("decimal");
        assertThat(page.locator(".steps").innerText())
                .matches(Pattern.compile(
                        "(?s)Asked for.*Alias either.*3 candidates, 1 left.*up/gone.*struck out.*Chosen by.*Sent.*"));
    }

    @Test
    void tellsWhichWayACandidateWasReached() {
        Operator.of(dashboard.gateway())
                .put(
                        Operator.alias("nested"),
                        "{\"strategy\": \"failover\", \"targets\": [{\"model\": \"either\"}, {\"model\": \"second/other\"}]}");

        Page page = at("?model=nested&path=%2Fteam%2Fbeta");

        assertThat(step(page, 3)).containsText("4 candidates, 2 left");
        assertThat(page.locator(".candidate").nth(2)).containsText("by way of either");
        assertThat(page.locator(".candidate").nth(2)).containsText("chosen");
        assertThat(page.locator(".candidate").nth(3)).not().containsText("chosen");
        assertThat(step(page, 4)).containsText("Of 2, the first in the order written: second/other");
    }

    @Test
    void tellsOfAWeightOfZero() {
        Page page = at("?model=zero&path=%2Fteam%2Falpha");

        assertThat(page.locator(".candidate").first()).containsText("struck out: weight 0");
    }

    @ParameterizedTest
    @CsvSource({"gone,503 alias_target_unavailable", "nothing/of-the-kind,404 model_not_found"})
    void tellsWhatACallerWouldGet(String model, String outcome) {
        Page page = at("?path=%2Fteam%2Falpha&model=" + URLEncoder.encode(model, StandardCharsets.UTF_8));

        assertThat(verdict(page)).containsText(outcome);
        assertThat(page.locator(".steps > li").last()).containsText(outcome);
    }

    @Test
    void asksForAModelCompletedFromItsFirstLettersAndGoesBack() {
        Page page = at("?model=gone");
        verdict(page).waitFor();

        field(page, "Model").fill("eit");
        page.getByRole(AriaRole.OPTION).first().waitFor();
        field(page, "Model").press("ArrowDown");
        field(page, "Model").press("Enter");
        page.getByLabel("A user path").check();
        field(page, "User path").fill("/team/alpha");
        explain(page);

        assertThat(verdict(page)).containsText("up/gpt-x");
        assertThat(page).hasURL(Pattern.compile(".*#/explain\\?model=either&path=%2Fteam%2Falpha"));
        assertThat(page.locator("body > [role=status]")).hasText("The call would be sent to up/gpt-x");
        page.goBack();
        assertThat(verdict(page)).containsText("403");
        assertThat(field(page, "Model")).hasValue("gone");
    }

    @Test
    void takesAProviderApartFromItsModel() {
        Page page = at("");

        field(page, "Model").fill("other");
        field(page, "Provider (optional)").fill("second");
        explain(page);

        assertThat(verdict(page)).containsText("second/other");
        assertThat(page).hasURL(Pattern.compile(".*model=other&provider=second"));
    }

    @Test
    void decidesForTheHolderOfAKeyWhoNamesAPlace() {
        String id = Operator.of(dashboard.gateway())
                .post("/auth-keys", "{\"name\": \"search\", \"user_path\": \"/team\"}")
                .path("id")
                .asText();
        Page page = at("?model=up%2Fgpt-x");
        page.getByLabel("A key").check();
        field(page, "Key").fill("sear");
        page.getByRole(AriaRole.OPTION).first().click();

        explain(page);

        assertThat(verdict(page)).containsText("403 model_access_denied");
        field(page, "X-Aurora-User-Path (optional)").fill("/team/alpha");
        explain(page);
        assertThat(verdict(page)).containsText("would be sent");
        assertThat(step(page, 1)).containsText("the key search (" + id + ") with X-Aurora-User-Path /team/alpha");
        assertThat(page).hasURL(Pattern.compile(".*key=" + id + "$"));
        field(page, "X-Aurora-User-Path (optional)").fill("/elsewhere");
        explain(page);
        assertThat(verdict(page)).containsText("403 user_path_not_allowed");
        assertThat(step(page, 2)).containsText("The caller is refused");
        assertAccessible(page);
    }

    @Test
    void asksWhichKey() {
        Page page = at("?model=either");
        page.getByLabel("A key").check();

        explain(page);

        assertThat(page.getByText("Choose a key.")).isVisible();
    }

    @Test
    void saysWhatIsWrongWithAPlace() {
        dashboard.expecting("status of 400");
        Page page = at("?model=either&path=%2Fa%2F..%2Fb");

        assertThat(page.locator(".state-bad")).containsText("user_path");
        assertAccessible(page);
        assertThat(verdict(page)).hasCount(0);
    }

    @ParameterizedTest
    @MethodSource("hostileNames")
    void showsHostileNamesAsText(String name) {
        Operator.of(dashboard.gateway()).alias(name, "second/other");
        Page page = dashboard.signedIn(
                "explain?model="
                        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"),
                View.PHONE,
                ColorScheme.LIGHT);

        assertThat(verdict(page)).containsText(name);
        assertThat(step(page, 2)).containsText("Alias " + name);
        assertThat(page.evaluate("() => document.querySelector('main').scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    private static Stream<String> hostileNames() {
        return Stream.of(Providers.SCRIPT, Providers.LONG, Providers.RIGHT_TO_LEFT);
    }

    @Test
    void decidesOnceTheGatewayIsBack() {
        dashboard.expecting("ERR_INTERNET_DISCONNECTED");
        Page page = at("?model=gone");
        verdict(page).waitFor();
        page.context().setOffline(true);
        field(page, "Model").fill("zero");

        explain(page);
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("The gateway cannot be reached"))
                .waitFor();
        page.context().setOffline(false);

        assertThat(verdict(page)).containsText("second/other");
    }
}
