package org.aurora.gateway.dashboard;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Sees what no test may leave behind: errors in the console or on the page, breaches of the policy, other hosts asked. */
final class PageWatch {
    private static final String REPORT_BREACHES = """
            addEventListener('securitypolicyviolation', event =>
                console.error('policy breached: ' + event.violatedDirective + ' by ' + event.blockedURI
                        + ' at ' + event.sourceFile + ':' + event.lineNumber));
            """;

    private final String authority;
    private final List<String> faults = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private final List<String> possible = new ArrayList<>();

    PageWatch(URI gateway) {
        this.authority = gateway.getAuthority();
    }

    void watch(BrowserContext context) {
        context.addInitScript(REPORT_BREACHES);
        context.onConsoleMessage(this::console);
        context.onWebError(error -> faults.add("page error: " + error.error()));
        context.onRequest(request -> asked(request.url()));
        context.onPage(PageWatch::failOnDialogs);
    }

    /** A native alert is what hostile text would open first; whether to leave is for the test to answer. */
    private static void failOnDialogs(Page page) {
        page.onDialog(dialog -> {
            if (!dialog.type().equals("beforeunload")) {
                throw new AssertionError("a page opened: " + dialog.message());
            }
        });
    }

    private void console(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            faults.add("console " + message.type() + ": " + message.text() + " at " + message.location());
        }
    }

    private void asked(String url) {
        boolean own = url.startsWith("http://" + authority + "/") || url.startsWith("data:") || url.startsWith("blob:");
        if (!own) {
            faults.add("asked another host: " + url);
        }
    }

    /** A part of a fault that this test means to bring about. */
    void expect(String part) {
        expected.add(part);
    }

    /** A part of a fault that may come or not, as a race has it. */
    void allow(String part) {
        possible.add(part);
    }

    List<String> unexpected() {
        return faults.stream()
                .filter(fault ->
                        Stream.of(expected, possible).flatMap(List::stream).noneMatch(fault::contains))
                .toList();
    }

    /** What was expected and did not happen, which makes the expectation idle. */
    List<String> missing() {
        return expected.stream()
                .filter(part -> faults.stream().noneMatch(fault -> fault.contains(part)))
                .toList();
    }
}
