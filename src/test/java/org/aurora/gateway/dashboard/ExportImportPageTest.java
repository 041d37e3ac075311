package org.aurora.gateway.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.dashboard.Accessibility.assertAccessible;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.aurora.gateway.dashboard.DashboardBrowser.View;
import org.aurora.gateway.testing.RunningGateway;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings out to a file and in from one, on the page of changes. */
class ExportImportPageTest {
    private static final String CHANGED = """
            aliases:
              kept: other
              added: { target: gpt-x, description: "grün <b>bold</b>" }
            """;

    @RegisterExtension
    static final DashboardBrowser dashboard =
            DashboardBrowser.with(() -> RunningGateway.with("providers: { up: { type: demo, models: [gpt-x, other] } }")
                    .start());

    private static Operator operator() {
        return Operator.of(dashboard.gateway());
    }

    @BeforeEach
    void store() {
        operator()
                .post(
                        "/import?mode=replace",
                        "aliases: { kept: gpt-x, surplus: gpt-x }",
                        "content-type",
                        "application/yaml");
    }

    private static Locator dialog(Page page) {
        return page.locator("aurora-import dialog[open]");
    }

    private static Locator question(Page page) {
        return page.locator("aurora-confirm dialog[open]");
    }

    private static Locator button(Locator where, String name) {
        return where.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static Page importing() {
        return importing(View.WIDE, ColorScheme.LIGHT);
    }

    private static Page importing(View view, ColorScheme theme) {
        Page page = dashboard.signedIn("changes", view, theme);
        button(page.locator("main"), "Import").click();
        dialog(page).waitFor();
        return page;
    }

    private static void pick(Page page, String yaml) {
        pick(page, yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static void pick(Page page, byte[] content) {
        dialog(page).getByLabel("File").setInputFiles(new FilePayload("settings.yaml", "application/yaml", content));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,WIDE", "DARK,PHONE"})
    void everybodyCanUseIt(ColorScheme theme, View view) {
        Page page = importing(view, theme);
        pick(page, CHANGED);
        dialog(page).getByText("What it would do").waitFor();
        assertAccessible(page);

        pick(page, "aliases:\n  good: gpt-x\n  bad: [\n");
        dashboard.expecting("status of 400");
        dialog(page).locator(".meant").waitFor();

        assertAccessible(page);
    }

    @Test
    void savesWhatTheExportGives() throws Exception {
        Page page = dashboard.signedIn("changes");

        Download download = page.waitForDownload(
                () -> button(page.locator("main"), "Export").click());

        assertThat(Files.readString(download.path())).isEqualTo(operator().text("/export"));
        assertThat(download.suggestedFilename()).matches("aurora-settings-\\d{4}-\\d\\d-\\d\\d\\.yaml");
        assertThat(page.getByText("Keys are not in the file.")).isVisible();
    }

    @Test
    void saysWhatAMergeWouldDoAndDoesItOnceThatIsConfirmed() {
        Page page = importing();
        pick(page, CHANGED);

        assertThat(dialog(page)).containsText("create 1");
        assertThat(dialog(page)).containsText("change 1");
        assertThat(dialog(page)).containsText("+added: grün <b>bold</b>");
        assertThat(operator().status(Operator.alias("added"))).isEqualTo(404);
        dialog(page).getByLabel("Reason").fill("Umzug für alle");
        button(dialog(page), "Import…").click();
        assertThat(question(page)).containsText("2 changes from settings.yaml at once");
        button(question(page), "Import (2 changes)").click();

        assertThat(page.getByText("2 changes imported")).isVisible();
        assertThat(dialog(page)).hasCount(0);
        assertThat(page.locator(".change").first()).containsText("Why: Umzug für alle");
        assertThat(operator().status(Operator.alias("added"))).isEqualTo(200);
        assertThat(operator().status(Operator.alias("surplus"))).isEqualTo(200);
    }

    @Test
    void namesWhatAReplaceDeletesBeforeItDoes() {
        Page page = importing();
        pick(page, CHANGED);
        dialog(page).getByText("What it would do").waitFor();

        dialog(page)
                .getByLabel("Replace", new Locator.GetByLabelOptions().setExact(true))
                .check();

        assertThat(dialog(page)).containsText("delete 1");
        assertThat(dialog(page).locator(".plan")).containsText("alias surplus");
        button(dialog(page), "Replace…").click();
        assertThat(question(page)).containsText("1 deletion among them");
        button(question(page), "Cancel").click();
        assertThat(operator().status(Operator.alias("surplus"))).isEqualTo(200);
        button(dialog(page), "Replace…").click();
        button(question(page), "Replace (3 changes)").click();
        assertThat(page.getByText("3 changes imported")).isVisible();
        assertThat(operator().status(Operator.alias("surplus"))).isEqualTo(404);
    }

    @Test
    void writesNothingThatItDidNotShow() {
        Page page = importing();
        pick(page, CHANGED);
        dialog(page)
                .getByLabel("Replace", new Locator.GetByLabelOptions().setExact(true))
                .check();
        assertThat(dialog(page)).containsText("delete 1");
        operator().alias("meanwhile", "gpt-x");
        long before = operator().newestRevision();
        dashboard.expecting("status of 409");

        button(dialog(page), "Replace…").click();
        button(question(page), "Replace (3 changes)").click();

        assertThat(dialog(page)).containsText("Settings were changed since this was shown, so nothing was imported.");
        assertThat(dialog(page)).containsText("delete 2");
        assertThat(dialog(page).locator(".plan")).containsText("alias meanwhile");
        assertThat(operator().newestRevision()).isEqualTo(before);
        button(dialog(page), "Replace…").click();
        button(question(page), "Replace (4 changes)").click();
        assertThat(page.getByText("4 changes imported")).isVisible();
        assertThat(operator().status(Operator.alias("meanwhile"))).isEqualTo(404);
    }

    @Test
    void saysThatThereIsNothingToDo() {
        Page page = importing();

        pick(page, operator().text("/export"));

        assertThat(dialog(page)).containsText("There is nothing to import.");
        assertThat(button(dialog(page), "Import…")).isDisabled();
    }

    @Test
    void showsTheLineThatIsWrong() {
        dashboard.expecting("status of 400");
        Page page = importing();

        pick(page, "aliases:\n  good: gpt-x\n  wrong: { target: gpt-x, <b>colour</b>: red }\n  more: gpt-x\n");

        assertThat(dialog(page).locator(".meant")).containsText("▸ 3");
        assertThat(dialog(page).locator(".meant")).containsText("<b>colour</b>");
        assertThat(dialog(page).locator(".excerpt li")).hasCount(5);
        assertThat(button(dialog(page), "Import…")).isDisabled();
        pick(page, CHANGED);
        assertThat(dialog(page)).containsText("What it would do");
    }

    @Test
    void refusesFilesThatAreNoTextOrTooLarge() {
        Page page = importing();

        pick(page, new byte[] {'a', ':', ' ', (byte) 0xfc});
        assertThat(dialog(page).locator(".note-bad")).hasText("The file is not UTF-8 text.");
        pick(page, new byte[10 * 1024 * 1024 + 1]);

        assertThat(dialog(page).locator(".note-bad")).containsText("larger than 10 MiB");
    }

    @Test
    void cannotBeClosedWhileItIsWritten() {
        Page page = importing();
        pick(page, CHANGED);
        dialog(page).getByText("What it would do").waitFor();
        List<Route> held = new CopyOnWriteArrayList<>();
        page.route(url -> url.contains("/import?") && url.contains("revision="), held::add);
        button(dialog(page), "Import…").click();
        button(question(page), "Import (2 changes)").click();

        assertThat(dialog(page).getByText("Importing")).isVisible();
        assertThat(button(dialog(page), "Cancel")).isDisabled();
        assertThat(dialog(page).getByLabel("File")).isDisabled();
        page.keyboard().press("Escape");
        assertThat(dialog(page)).isVisible();

        Awaitility.await().until(() -> {
            page.evaluate("1");
            return !held.isEmpty();
        });
        held.get(0).resume();
        assertThat(page.getByText("2 changes imported")).isVisible();
        assertThat(dialog(page)).hasCount(0);
    }
}
