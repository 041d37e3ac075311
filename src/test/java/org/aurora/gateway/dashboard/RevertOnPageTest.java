package org.aurora.gateway.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.dashboard.Accessibility.assertAccessible;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The way back from a change, on the page of changes. */
class RevertOnPageTest {
    private static final String ANNA = "an-admin-key-of-annas";

    @RegisterExtension
    static final DashboardBrowser dashboard = DashboardBrowser.with(
            () -> RunningGateway.with("providers: { up: { type: demo, models: [gpt-x, other, third] } }")
                    .environment("AURORA_ADMIN_KEYS", "anna:" + ANNA)
                    .start());

    private static Operator operator() {
        return Operator.of(dashboard.gateway());
    }

    /** The changes of one name alone, since the gateway is shared. */
    private static Page changesOf(String name) {
        return dashboard.signedIn("changes?name=" + name);
    }

    private static Locator entry(Page page, int place) {
        return page.locator(".change").nth(place);
    }

    private static Locator dialog(Page page) {
        return page.locator("dialog[open]");
    }

    private static Locator button(Locator where, String name) {
        return where.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void askToRevert(Page page, int place) {
        entry(page, place).getByText("Revert").first().click();
    }

    private static Locator reason(Page page) {
        return dialog(page).getByLabel("Reason");
    }

    @Test
    void revertsWithAReasonOnceThatIsConfirmed() {
        operator().alias("mistaken", "gpt-x");
        operator().alias("mistaken", "other");
        Page page = changesOf("mistaken");
        askToRevert(page, 0);
        assertThat(dialog(page)).containsText("gets back what it held before");
        assertThat(dialog(page).locator(".diff-added")).hasText("+added: gpt-x");
        button(dialog(page), "Cancel").click();
        assertThat(operator().changesOf("mistaken")).hasSize(2);

        askToRevert(page, 0);
        reason(page).fill("ein Fehler: 模型 grün 😀");
        button(dialog(page), "Revert").click();

        assertThat(page.locator(".change")).hasCount(3);
        assertThat(entry(page, 0)).containsText("Why: ein Fehler: 模型 grün 😀");
        assertThat(operator().changesOf("mistaken").get(0).path("reason").asText())
                .isEqualTo("ein Fehler: 模型 grün 😀");
        assertThat(operator()
                        .get(Operator.alias("mistaken"))
                        .path("target_model")
                        .asText())
                .isEqualTo("gpt-x");
    }

    @Test
    void deletesWhatTheChangeCreated() {
        operator().put(Operator.rule("made"), "{\"user_paths\": [\"/team\"]}");
        Page page = changesOf("made");

        askToRevert(page, 0);
        assertThat(dialog(page)).containsText("Reverting it deletes it.");
        button(dialog(page), "Revert").click();

        assertThat(page.locator(".change")).hasCount(2);
        assertThat(operator().status(Operator.rule("made"))).isEqualTo(404);
    }

    @Test
    void showsWhatIsThereNowBeforeItOverwritesALaterChange() {
        operator().alias("moved", "gpt-x");
        operator().alias("moved", "other");
        operator().withKey(ANNA).alias("moved", "third");
        dashboard.expecting("status of 409");
        Page page = changesOf("moved");

        askToRevert(page, 1);
        button(dialog(page), "Revert").click();

        assertThat(dialog(page)).containsText("It was changed again after this revision, last by anna");
        assertThat(dialog(page).locator(".diff-removed")).hasText("−removed: third");
        assertThat(dialog(page).locator(".diff-added")).hasText("+added: gpt-x");
        assertAccessible(page);
        button(dialog(page), "Revert all the same").click();
        assertThat(page.locator(".change")).hasCount(4);
        assertThat(operator().get(Operator.alias("moved")).path("target_model").asText())
                .isEqualTo("gpt-x");
    }

    @Test
    void overwritesNothingThatItHasNotShown() {
        operator().alias("raced", "gpt-x");
        operator().alias("raced", "other");
        operator().alias("raced", "third");
        dashboard.expecting("status of 409");
        dashboard.expecting("status of 412");
        Page page = changesOf("raced");
        askToRevert(page, 1);
        button(dialog(page), "Revert").click();
        dialog(page).getByText("It was changed again after").waitFor();

        operator().withKey(ANNA).put(Operator.alias("raced"), "{\"target\": \"third\", \"description\": \"hers\"}");
        button(dialog(page), "Revert all the same").click();

        assertThat(dialog(page)).containsText("changed once more in this moment, last by anna");
        assertThat(dialog(page)).containsText("−removed: hers");
        assertThat(operator().get(Operator.alias("raced")).path("description").asText())
                .isEqualTo("hers");
        button(dialog(page), "Keep what is there").click();
        assertThat(dialog(page)).hasCount(0);
        assertThat(operator().changesOf("raced")).hasSize(4);
    }

    @Test
    void bringsBackWhatWasDeletedSince() {
        operator().alias("lost", "gpt-x");
        operator().alias("lost", "other");
        operator().delete(Operator.alias("lost"));
        dashboard.expecting("status of 409");
        dashboard.expecting("status of 404");
        Page page = changesOf("lost");

        askToRevert(page, 1);
        button(dialog(page), "Revert").click();
        assertThat(dialog(page)).containsText("It was deleted after this revision");
        button(dialog(page), "Revert all the same").click();

        assertThat(page.locator(".change")).hasCount(4);
        assertThat(operator().get(Operator.alias("lost")).path("target_model").asText())
                .isEqualTo("gpt-x");
    }

    @Test
    void saysWhyARevertCannotBe() {
        operator().alias("used", "gpt-x");
        operator().alias("user", "used");
        dashboard.expecting("status of 409");
        Page page = changesOf("used");

        askToRevert(page, 0);
        button(dialog(page), "Revert").click();

        assertThat(dialog(page).locator(".note-bad")).containsText("user");
        assertThat(operator().status(Operator.alias("used"))).isEqualTo(200);
    }

    @Test
    void offersNoRevertOfKeys() {
        String id = operator()
                .post("/auth-keys", "{\"name\": \"search\", \"allowed_models\": []}")
                .path("id")
                .asText();

        Page page = changesOf(id);

        assertThat(entry(page, 0)).containsText("key search " + id);
        assertThat(entry(page, 0)).containsText("none (an empty list)");
        assertThat(entry(page, 0)).containsText("not revertible");
        assertThat(entry(page, 0).getByRole(AriaRole.BUTTON)).hasCount(0);
    }

    @Test
    void keepsWhatWasTypedWhenTheKeyIsChangedInTheMiddle() {
        operator().alias("interrupted", "gpt-x");
        operator().alias("interrupted", "other");
        dashboard.expecting("status of 401");
        Page page = changesOf("interrupted");
        askToRevert(page, 0);
        reason(page).fill("typed before");
        ChangedKey.under(page);

        button(dialog(page), "Revert").click();
        ChangedKey.signInAgain(page);

        assertThat(reason(page)).hasValue("typed before");
        button(dialog(page), "Revert").click();
        assertThat(page.locator(".change")).hasCount(3);
        assertThat(operator().changesOf("interrupted").get(0).path("reason").asText())
                .isEqualTo("typed before");
    }

    @Test
    void saysThatARevertMayNotHaveArrived() {
        operator().alias("offline", "gpt-x");
        dashboard.expecting("ERR_INTERNET_DISCONNECTED");
        Page page = changesOf("offline");
        askToRevert(page, 0);
        page.context().setOffline(true);

        button(dialog(page), "Revert").click();

        assertThat(dialog(page).locator(".note-bad")).containsText("cannot be reached");
        page.context().setOffline(false);
        button(dialog(page), "Revert").click();
        assertThat(page.locator(".change")).hasCount(2);
        assertThat(operator().status(Operator.alias("offline"))).isEqualTo(404);
    }

    @Test
    void leadsToWhatIsThereNowAndSaysSo() {
        operator().alias("spoken", "gpt-x");
        operator().alias("spoken", "other");
        operator().alias("spoken", "third");
        dashboard.expecting("status of 409");
        Page page = changesOf("spoken");
        askToRevert(page, 1);

        button(dialog(page), "Revert").click();

        assertThat(dialog(page).locator("h3").first()).isFocused();
        assertThat(dialog(page).locator(".announcer")).containsText("Somebody changed it since.");
    }
}
