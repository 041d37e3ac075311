package org.aurora.gateway.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What all other tests here rely on: that a fault in the browser is seen. */
class PageWatchTest {
    @RegisterExtension
    static final DashboardBrowser dashboard = DashboardBrowser.with(
            () -> RunningGateway.with("providers: { built-in: { type: demo } }").start());

    private PageWatch watch = new PageWatch(URI.create("http://localhost"));

    @BeforeEach
    void watchAnew() {
        watch = new PageWatch(dashboard.gateway().uri("/"));
    }

    /** A page of the dashboard that this test alone watches. */
    private Page page(Browser browser) {
        BrowserContext context = browser.newContext();
        watch.watch(context);
        Page page = context.newPage();
        page.navigate(dashboard.address(""));
        page.waitForSelector("form");
        return page;
    }

    @Test
    void seesErrorsInTheConsole() {
        Page page = page(dashboard.browser());

        page.evaluate("() => console.error('something is wrong')");

        assertThat(watch.unexpected()).anyMatch(fault -> fault.contains("something is wrong"));
        page.context().close();
    }

    @Test
    void seesErrorsThatNobodyCaught() {
        Page page = page(dashboard.browser());

        page.evaluate("() => { setTimeout(() => { throw new Error('nobody caught this'); }); }");
        page.waitForCondition(() -> !watch.unexpected().isEmpty());

        assertThat(watch.unexpected()).anyMatch(fault -> fault.contains("nobody caught this"));
        page.context().close();
    }

    @Test
    void seesBreachesOfThePolicyAndOtherHosts() {
        Page page = page(dashboard.browser());

        page.evaluate("() => { const image = new Image(); image.src = 'http://127.0.0.2:9/x.png';"
                + " document.body.append(image);"
                + " const script = document.createElement('script'); script.textContent = 'window.ran = true';"
                + " document.body.append(script); }");
        page.waitForCondition(() -> watch.unexpected().stream()
                        .filter(fault -> fault.contains("policy breached"))
                        .count()
                >= 2);

        assertThat(watch.unexpected())
                .anyMatch(fault -> fault.contains("policy breached: img-src"))
                .anyMatch(fault -> fault.contains("policy breached: script-src-elem"));
        assertThat(page.evaluate("() => window.ran === undefined")).isEqualTo(true);
        page.context().close();
    }

    @Test
    void seesAnExpectationInVain() {
        watch.expect("something that never happens");

        assertThat(watch.missing()).containsExactly("something that never happens");
    }
}
