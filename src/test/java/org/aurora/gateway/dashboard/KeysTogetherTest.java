package org.aurora.gateway.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.dashboard.Accessibility.assertAccessible;
import static org.aurora.gateway.dashboard.KeysOnPage.button;
import static org.aurora.gateway.dashboard.KeysOnPage.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keys that several people change, a gateway that goes away, and an admin key that is taken no more. */
class KeysTogetherTest {
    private static final String YESTERDAYS_KEY =
            "() => import(document.querySelector('script[type=module]').src.replace('app.js', 'core/session.js'))"
                    + ".then(({ session }) => session.signIn('a-key-of-yesterday', false))";

    @RegisterExtension
    static final DashboardBrowser dashboard = DashboardBrowser.with(
            () -> RunningGateway.with("providers: { built-in: { type: demo, models: [demo-chat] } }")
                    .start());

    private final GatewayApi api = new GatewayApi(dashboard.gateway());
    private String id = "";

    @BeforeEach
    void oneKey() {
        id = api.write("POST", "/auth-keys", "{\"name\":\"search\"}").get("id").asText();
    }

    private JsonNode key() {
        return api.get("/auth-keys/" + id);
    }

    private Page editing(String name) {
        Page page = dashboard.signedIn("keys?open=" + id);
        button(page, "Edit").click();
        field(page, "Name").fill(name);
        return page;
    }

    @Test
    void showsBothVersionsToTheSecondOfTwoEditors() {
        dashboard.expecting("status of 412");
        Page first = editing("of the first");
        Page second = editing("of the second");
        button(first, "Save").click();
        first.getByText("Key of the first saved").waitFor();

        button(second, "Save").click();

        assertThat(second.locator("tr.differs")).hasCount(1);
        assertThat(second.locator("tr.differs")).containsText("of the first");
        assertThat(key().get("name").asText()).isEqualTo("of the first");
        assertAccessible(second);
        button(second, "Write mine over it").click();
        second.getByText("Key of the second saved").waitFor();
        assertThat(key().get("name").asText()).isEqualTo("of the second");
    }

    @Test
    void goesOnFromWhatTheOtherEditorWrote() {
        dashboard.expecting("status of 412");
        Page page = editing("mine");
        api.write("PUT", "/auth-keys/" + id, "{\"name\":\"theirs\",\"denied_models\":[\"built-in/*\"]}");
        button(page, "Save").click();

        button(page, "Go on from theirs").click();

        assertThat(field(page, "Name")).hasValue("theirs");
        field(page, "Name").fill("ours");
        button(page, "Save").click();
        page.getByText("Key ours saved").waitFor();
        assertThat(key().get("denied_models").toString()).isEqualTo("[\"built-in/*\"]");
    }

    @Test
    void makesANewKeyWhereTheOneEditedWasDeleted() {
        dashboard.expecting("status of 412");
        Page page = editing("again");
        api.write("DELETE", "/auth-keys/" + id, "");
        button(page, "Save").click();

        button(page, "Create it again").click();

        assertThat(api.statusWith(KeysOnPage.secret(page))).isEqualTo(200);
    }

    @Test
    void revokesNothingThatChangedMeanwhileWithoutShowingIt() {
        dashboard.expecting("status of 412");
        Page page = dashboard.signedIn("keys?open=" + id);
        button(page, "Revoke").click();
        api.write("PUT", "/auth-keys/" + id, "{\"name\":\"the one in production\"}");

        page.locator("form").getByText("Revoke", KeysOnPage.EXACTLY).click();

        assertThat(page.locator("form")).containsText("changed this key after you opened it");
        assertThat(page.locator("form")).containsText("the one in production");
        assertThat(key().get("state").asText()).isEqualTo("active");
        page.locator("form").getByText("Revoke", KeysOnPage.EXACTLY).click();
        page.getByText("Key the one in production revoked").waitFor();
        assertThat(key().get("state").asText()).isEqualTo("revoked");
    }

    @Test
    void keepsWhatWasTypedWhereTheAdminKeyIsTakenNoMore() {
        dashboard.expecting("status of 401");
        Page page = editing("typed before");
        field(page, "Reason").fill("a reason");
        page.evaluate(YESTERDAYS_KEY);

        button(page, "Save").click();
        page.getByText("no longer takes this key").waitFor();
        page.getByLabel("Key", new Page.GetByLabelOptions().setExact(true)).fill(RunningGateway.MASTER_KEY);
        button(page, "Sign in").click();

        assertThat(field(page, "Name")).hasValue("typed before");
        assertThat(field(page, "Reason")).hasValue("a reason");
        button(page, "Save").click();
        page.getByText("Key typed before saved").waitFor();
        assertThat(key().get("name").asText()).isEqualTo("typed before");
    }

    @Test
    void keepsWhatWasTypedWhereTheGatewayIsAway() {
        dashboard.expecting("ERR_INTERNET_DISCONNECTED");
        Page page = editing("typed before");
        page.context().setOffline(true);
        button(page, "Save").click();
        page.locator("form [role=alert]").waitFor();

        page.context().setOffline(false);
        button(page, "Save").click();

        page.getByText("Key typed before saved").waitFor();
        assertThat(key().get("name").asText()).isEqualTo("typed before");
    }
}
