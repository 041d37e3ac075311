package org.aurora.gateway.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A gateway for the tests of a class and fresh browsers for each test. After each test it fails on every error in the
 * console or page, breach of the content security policy, and request to another host.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final DashboardBrowser dashboard = DashboardBrowser.with(() -> RunningGateway.with(yaml).start());
 * }</pre>
 */
final class DashboardBrowser implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    /** How pages are looked at. */
    enum View {
        WIDE(1440, 900),
        PHONE(390, 844);

        private final int width;
        private final int height;

        View(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static final int PATIENCE_MILLIS = 15_000;
    private static final ExtensionContext.Namespace SHARED = ExtensionContext.Namespace.create(Chromium.class);

    private final Supplier<RunningGateway> start;
    private final AutoCloseable beside;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private Optional<RunningGateway> gateway = Optional.empty();
    private Optional<Browser> browser = Optional.empty();
    private Optional<PageWatch> watch = Optional.empty();

    private DashboardBrowser(Supplier<RunningGateway> start, AutoCloseable beside) {
        this.start = start;
        this.beside = beside;
    }

    /**
     * @param start starts the gateway that all tests of the class share
     */
    static DashboardBrowser with(Supplier<RunningGateway> start) {
        return new DashboardBrowser(start, () -> {});
    }

    /** With a gateway that knows the models and settings of {@link ModelsWorld}. */
    static DashboardBrowser ofModels() {
        ModelsWorld world = new ModelsWorld();
        return new DashboardBrowser(
                () -> {
                    RunningGateway gateway = world.start();
                    ModelsWorld.furnish(gateway);
                    return gateway;
                },
                world::close);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        browser = Optional.of(context.getRoot()
                .getStore(SHARED)
                .getOrComputeIfAbsent(Chromium.class, unused -> Chromium.start(), Chromium.class)
                .browser());
        gateway = Optional.of(start.get());
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        watch = Optional.of(new PageWatch(gateway().uri("/")));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        if (context.getExecutionException().isEmpty()) {
            assertThat(watch.orElseThrow().unexpected())
                    .as("faults in the browser")
                    .isEmpty();
            assertThat(watch.orElseThrow().missing())
                    .as("faults expected in vain")
                    .isEmpty();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        gateway.ifPresent(RunningGateway::close);
        beside.close();
    }

    RunningGateway gateway() {
        return gateway.orElseThrow();
    }

    Browser browser() {
        return browser.orElseThrow();
    }

    /** Allows console errors that hold this text: {@code expecting("status of 412")}; fails if none comes. */
    void expecting(String partOfAFault) {
        watch.orElseThrow().expect(partOfAFault);
    }

    /** Allows console errors that hold this text, whether they come or not. */
    void allowing(String partOfAFault) {
        watch.orElseThrow().allow(partOfAFault);
    }

    /** A browser of its own, with nobody signed in and no page open. */
    Page newBrowser(View view, ColorScheme theme) {
        BrowserContext context = browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(view.width, view.height)
                        .setColorScheme(theme)
                        .setLocale("en-GB")
                        .setTimezoneId("UTC"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        watch.orElseThrow().watch(context);
        contexts.add(context);
        return context.newPage();
    }

    /** A browser of its own at the sign-in. */
    Page signedOut() {
        Page page = newBrowser(View.WIDE, ColorScheme.LIGHT);
        page.navigate(address(""));
        return page;
    }

    /**
     * A browser of its own, signed in with the master key; called twice, it makes two.
     *
     * @param fragment where to: {@code providers?state=failed}
     */
    Page signedIn(String fragment) {
        return signedIn(fragment, View.WIDE, ColorScheme.LIGHT);
    }

    Page signedIn(String fragment, View view, ColorScheme theme) {
        Page page = newBrowser(view, theme);
        page.navigate(address(fragment));
        page.evaluate("key => sessionStorage.setItem('aurora.admin-key', key)", RunningGateway.MASTER_KEY);
        page.reload();
        page.waitForSelector("main h1");
        return page;
    }

    /** The dashboard's URL. */
    String address(String fragment) {
        return gateway().uri("/admin/dashboard").toString() + (fragment.isEmpty() ? "" : "#/" + fragment);
    }
}
