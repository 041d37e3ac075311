package org.aurora.gateway.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times the page of models in a browser and prints rows of a Markdown table: see docs/benchmarks.md. */
@EnabledIfSystemProperty(named = "speed", matches = "true", disabledReason = "figures are printed by -Dspeed=true")
class ModelsSpeedTest {
    private static final int VIEWS = 15;
    private static final int WORDS = 8;

    /** Leaves in window.firstView the milliseconds from the start of the navigation until the first rows are painted. */
    private static final String TIME_THE_FIRST_VIEW = """
            (() => {
                const look = () => {
                    if (!document.querySelector('.models-table tbody tr[tabindex]')) {
                        requestAnimationFrame(look);
                        return;
                    }
                    const painted = new MessageChannel();
                    painted.port1.onmessage = () => { window.firstView = performance.now(); };
                    requestAnimationFrame(() => painted.port2.postMessage(0));
                };
                requestAnimationFrame(look);
            })();
            """;

    /**
     * Leaves in window.keys, for each input event, the milliseconds from when the browser got it until a frame has been
     * painted in which the number of names is the one of the list; and in window.wrong how many frames had another.
     */
    private static final String TIME_KEYS = """
            () => {
                window.keys = [];
                window.wrong = 0;
                document.querySelector('.search').addEventListener('input', (event) => {
                    requestAnimationFrame(() => {
                        const said = document.querySelector('.outcome [role=status]').textContent.split(' ')[0];
                        const listed = document.querySelector('.models-table [role=grid]')?.getAttribute('aria-rowcount') ?? '1';
                        if (said.replace(',', '') !== String(listed - 1)) window.wrong += 1;
                        const painted = new MessageChannel();
                        painted.port1.onmessage = () => window.keys.push(performance.now() - event.timeStamp);
                        painted.port2.postMessage(0);
                    });
                }, { capture: true });
            }
            """;

    @ParameterizedTest
    @ValueSource(ints = {2_000, 10_000})
    void isMeasured(int models) throws Exception {
        try (TestUpstream provider = Providers.listing(Providers.ids(models));
                RunningGateway gateway = RunningGateway.with("""
                        providers: { hub: { type: openai, base_url: "%s", api_key: sk-hub } }
                        """.formatted(provider.baseUrl()))
                        .polling()
                        .start();
                Chromium chromium = Chromium.start()) {
            GatewayApi api = new GatewayApi(gateway);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() ->
                            api.get("/providers/status").at("/0/models/total").asInt() == models);
            System.out.printf(
                    Locale.ROOT,
                    "%n%d models, load of the machine %.1f on %d processors%n%n| | p50 ms | p95 ms |%n|---|---:|---:|%n",
                    models,
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                    Runtime.getRuntime().availableProcessors());
            row("first view, nothing cached", firstViews(chromium, gateway, true));
            row("first view, files cached", firstViews(chromium, gateway, false));
            row("a key in the search, until painted", keys(chromium, gateway));
        }
    }

    private static void row(String what, List<Double> millis) {
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "| %s (%d) | %.0f | %.0f |%n",
                what,
                sorted.length,
                sorted[sorted.length / 2],
                sorted[Math.min(sorted.length - 1, sorted.length * 95 / 100)]);
    }

    private static BrowserContext signedIn(Chromium chromium) {
        BrowserContext context = chromium.browser().newContext();
        context.addInitScript("sessionStorage.setItem('aurora.admin-key', '" + RunningGateway.MASTER_KEY + "');"
                + TIME_THE_FIRST_VIEW);
        return context;
    }

    private static Page shown(BrowserContext context, RunningGateway gateway) {
        Page page = context.newPage();
        page.navigate(gateway.uri("/admin/dashboard") + "#/models");
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> firstView(page) > 0);
        return page;
    }

    private static double firstView(Page page) {
        return ((Number) page.evaluate("() => window.firstView ?? 0")).doubleValue();
    }

    /** Each in a window of its own; the first of all warms the gateway up and is left out. */
    private static List<Double> firstViews(Chromium chromium, RunningGateway gateway, boolean cold) {
        List<Double> millis = new ArrayList<>();
        BrowserContext context = signedIn(chromium);
        for (int i = 0; i <= VIEWS; i++) {
            if (cold) {
                context.close();
                context = signedIn(chromium);
            }
            Page page = shown(context, gateway);
            if (i > 0) {
                millis.add(firstView(page));
            }
            page.close();
        }
        context.close();
        return millis;
    }

    /** Words are typed and taken back, letter by letter, as fast as people do. */
    private static List<Double> keys(Chromium chromium, RunningGateway gateway) {
        try (BrowserContext context = signedIn(chromium)) {
            Page page = shown(context, gateway);
            page.evaluate(TIME_KEYS);
            page.locator(".search").focus();
            for (int i = 0; i < WORDS; i++) {
                String word = "model-0" + i;
                page.locator(".search").pressSequentially(word, new Locator.PressSequentiallyOptions().setDelay(80));
                for (int letter = 0; letter < word.length(); letter++) {
                    page.keyboard().press("Backspace");
                    page.waitForTimeout(80);
                }
            }
            assertThat(page.evaluate("() => window.wrong"))
                    .as("frames with another list")
                    .isEqualTo(0);
            Object[] all = ((List<?>) page.evaluate("() => window.keys")).toArray();
            return Arrays.stream(all)
                    .map(millis -> ((Number) millis).doubleValue())
                    .toList();
        }
    }
}
