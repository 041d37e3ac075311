package org.aurora.gateway.dashboard;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.aurora.gateway.dashboard.DashboardBrowser.View;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Takes pictures of explain, changes and playground with something in them: see CONTRIBUTING.md. */
@EnabledIfSystemProperty(
        named = "screenshots",
        matches = ".+",
        disabledReason = "pictures are taken by -Dscreenshots=FOLDER")
class AtWorkScreenshotsTest {
    private static final String ANNA = "an-admin-key-of-annas";

    @RegisterExtension
    static final DashboardBrowser dashboard = DashboardBrowser.with(() -> RunningGateway.with("""
                    providers:
                      openai-primary:
                        type: demo
                        models: [{ id: gpt-4.1, metadata: { pricing: { input_per_mtok: 2, output_per_mtok: 8 } } }, gpt-4.1-mini]
                      anthropic: { type: demo, models: [claude-sonnet-4, claude-haiku-4] }
                      local-vllm: { type: demo, models: [qwen3-32b] }
                    model_overrides:
                      "openai-primary/": { user_paths: ["/team/alpha", "/research"] }
                    """)
            .environment("AURORA_ADMIN_KEYS", "anna:" + ANNA)
            .start());

    private static long revision;

    @BeforeAll
    static void work() {
        Operator master = Operator.of(dashboard.gateway());
        Operator anna = master.withKey(ANNA);
        master.put(Operator.alias("regular"), """
                {"targets": [{"model": "openai-primary/gpt-4.1"}, {"model": "anthropic/claude-sonnet-4"}, {"model": "local-vllm/qwen3-14b"}],
                 "strategy": "failover", "description": "the default chat model"}""", "X-Change-Reason", "A first default for all teams");
        master.alias("chat", "regular", "X-Change-Author", "deploy-bot");
        anna.put(Operator.rule("anthropic/"), "{\"user_paths\": [\"/team\", \"/research\"]}");
        revision = master.newestRevision();
        anna.put(
                "/model-pricing/anthropic%2Fclaude-sonnet-4",
                "{\"pricing\": {\"input_per_mtok\": 3, \"output_per_mtok\": 15}}",
                "X-Change-Reason",
                "List price of May");
        master.post(
                "/auth-keys",
                "{\"name\": \"search service\", \"user_path\": \"/team/alpha\", \"allowed_models\": [\"regular\", \"chat\"]}");
        anna.put(Operator.alias("regular"), """
                {"targets": [{"model": "openai-primary/gpt-4.1"}, {"model": "anthropic/claude-sonnet-4"}, {"model": "local-vllm/qwen3-32b"}],
                 "strategy": "failover", "description": "the default chat model"}""", "X-Change-Reason", "14B is gone since the move to the new host");
        anna.put(Operator.rule("anthropic/"), "{\"user_paths\": [\"/team/alpha\", \"/research\"]}");
        master.alias("embed", "openai-primary/text-embedding-3-small");
        master.delete(Operator.alias("embed"));
    }

    private static void eachWay(String name, String fragment, Consumer<Page> work) {
        for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (View view : View.values()) {
                Page page = dashboard.signedIn(fragment, view, theme);
                work.accept(page);
                String file = "%s-%s-%s.png".formatted(name, view, theme).toLowerCase(Locale.ROOT);
                page.screenshot(new Page.ScreenshotOptions()
                        .setAnimations(ScreenshotAnimations.DISABLED)
                        .setPath(Path.of(System.getProperty("screenshots", "target"), file)));
                page.close();
            }
        }
    }

    @Test
    void explain() {
        eachWay("explain-decision", "explain?model=chat&path=%2Fteam%2Fbeta", page -> page.waitForSelector(".steps"));
    }

    @Test
    void changes() {
        eachWay("changes-timeline", "changes", page -> page.waitForSelector(".change"));
        eachWay("changes-past", "changes?at=" + revision, page -> page.waitForSelector("tbody tr"));
        eachWay("changes-revert", "changes?name=regular", page -> {
            page.getByText("Revert").first().click();
            page.waitForSelector("dialog[open] .diff");
        });
        eachWay("changes-import", "changes", page -> {
            page.getByText("Import").first().click();
            page.getByLabel("File")
                    .setInputFiles(new FilePayload(
                            "settings.yaml",
                            "application/yaml",
                            "aliases: { regular: anthropic/claude-haiku-4, fast: local-vllm/qwen3-32b }\n"
                                    .getBytes(StandardCharsets.UTF_8)));
            page.waitForSelector(".plan");
        });
    }

    @Test
    void playground() {
        eachWay("playground-chat", "playground?model=regular&path=%2Fresearch", page -> {
            page.getByLabel("Message").fill("Say hello to the people who look at this picture.");
            page.getByLabel("Message").press("Enter");
            page.getByText("Total").waitFor();
        });
    }
}
