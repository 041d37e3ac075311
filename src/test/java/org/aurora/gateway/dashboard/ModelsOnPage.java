package org.aurora.gateway.dashboard;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where things are on the page of models. */
final class ModelsOnPage {
    private ModelsOnPage() {}

    /** The table's row of exactly that name, of a model or alias. */
    static Locator row(Page page, String name) {
        return page.locator(".models-table tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("b").getByText(name, new Locator.GetByTextOptions().setExact(true))));
    }

    static Locator rows(Page page) {
        return page.locator(".models-table tbody tr:not(.spacer)");
    }

    /** The dialog on top. */
    static Locator dialog(Page page) {
        return page.locator("dialog[open]").last();
    }

    static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static Locator labelled(Locator within, String label) {
        return within.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    /** Opens a model or alias by its link. */
    static Page opened(DashboardBrowser dashboard, String key) {
        Page page = dashboard.signedIn("models?open=" + URLEncoder.encode(key, StandardCharsets.UTF_8));
        dialog(page).locator("h2").waitFor();
        return page;
    }

    static void awaitTable(Page page) {
        rows(page).first().waitFor();
    }
}
