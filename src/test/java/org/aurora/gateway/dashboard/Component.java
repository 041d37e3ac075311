package org.aurora.gateway.dashboard;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** Puts one component into an empty page of the dashboard, where the policy and the style sheets are the real ones. */
final class Component {
    private static final String SHOW = """
            async ([tag, module]) => {
                const root = document.querySelector('script[type=module]').src.replace('app.js', '');
                await import(root + module);
                const element = document.createElement(tag);
                window.events = [];
                for (const name of ['row-open', 'sort-change', 'value-change', 'value-pick', 'take-theirs', 'write-mine', 'dialog-close']) {
                    element.addEventListener(name, event => window.events.push([name, JSON.stringify(event.detail)]));
                }
                const main = document.createElement('main');
                main.append(Object.assign(document.createElement('h1'), { textContent: 'A component' }), element);
                document.querySelector('aurora-app').replaceWith(main);
                window.element = element;
                SETUP(element);
                await element.updateComplete;
            }
            """;

    private Component() {}

    /**
     * @param module its file, below dashboard/
     * @param setup a function in JavaScript that sets its properties
     */
    static Locator show(Page page, String tag, String module, String setup) {
        page.evaluate(SHOW.replace("SETUP", "(" + setup + ")"), List.of(tag, module));
        return page.locator(tag);
    }

    /** What it told since it was shown: names and details. */
    static String events(Page page) {
        return page.evaluate("() => JSON.stringify(window.events)").toString();
    }
}
