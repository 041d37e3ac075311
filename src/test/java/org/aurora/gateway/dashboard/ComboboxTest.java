package org.aurora.gateway.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.dashboard.Accessibility.assertAccessible;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ComboboxTest {
    private static final String MANY = """
            element => {
                element.inputId = 'target';
                element.label = 'Target';
                element.choices = Array.from({ length: 300 }, (_, n) => ({ value: `up/model-${n}`, hint: 'openai' }));
            }
            """;

    @RegisterExtension
    static final DashboardBrowser dashboard = DashboardBrowser.with(
            () -> RunningGateway.with("providers: { built-in: { type: demo } }").start());

    private static Page combobox() {
        Page page = dashboard.signedOut();
        Component.show(page, "aurora-combobox", "components/combobox.js", MANY);
        return page;
    }

    private static Locator input(Page page) {
        return page.getByRole(AriaRole.COMBOBOX);
    }

    @Test
    void offersWhatHoldsTheTextAndTakesOneByKey() {
        Page page = combobox();
        input(page).fill("model-29");
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(11);
        assertAccessible(page);

        input(page).press("ArrowDown");
        input(page).press("ArrowDown");
        input(page).press("Enter");

        assertThat(input(page)).hasValue("up/model-290");
        assertThat(page.getByRole(AriaRole.LISTBOX)).hasCount(0);
    }

    @Test
    void saysThatThereIsMoreThanItShows() {
        Page page = combobox();

        input(page).fill("up/");

        assertThat(page.getByText("250 more; type on")).isVisible();
    }

    @Test
    void takesWhatNobodyOffers() {
        Page page = combobox();

        input(page).fill("a model to come");
        input(page).press("Enter");

        assertThat(Component.events(page)).contains("value-pick", "a model to come");
    }
}
