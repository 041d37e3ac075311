package org.aurora.gateway.dashboard;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Where things are on the page of keys. */
final class KeysOnPage {
    static final Locator.GetByTextOptions EXACTLY = new Locator.GetByTextOptions().setExact(true);

    private KeysOnPage() {}

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    static Locator dialog(Page page, String heading) {
        return page.locator("dialog[open]")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(heading))));
    }

    /** The secret that is shown. */
    static String secret(Page page) {
        return page.locator(".secret").innerText();
    }
}
