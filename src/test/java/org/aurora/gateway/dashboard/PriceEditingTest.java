package org.aurora.gateway.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.dashboard.Accessibility.assertAccessible;
import static org.aurora.gateway.dashboard.ModelsOnPage.awaitTable;
import static org.aurora.gateway.dashboard.ModelsOnPage.button;
import static org.aurora.gateway.dashboard.ModelsOnPage.dialog;
import static org.aurora.gateway.dashboard.ModelsOnPage.labelled;
import static org.aurora.gateway.dashboard.ModelsOnPage.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PriceEditingTest {
    @RegisterExtension
    static final DashboardBrowser dashboard = DashboardBrowser.ofModels();

    private static GatewayApi api() {
        return new GatewayApi(dashboard.gateway());
    }

    private static JsonNode price(String selector) {
        return api().get("/model-pricing/" + selector.replace("/", "%2F"));
    }

    private static Page editing(String selector) {
        Page page = dashboard.signedIn("models?edit=price:" + selector);
        dialog(page).locator(".price-grid").waitFor();
        return page;
    }

    private static Locator field(Page page, String label) {
        return dialog(page)
                .locator(".price-grid tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByLabel(label + ", override", new Page.GetByLabelOptions().setExact(true))));
    }

    private static void save(Page page) {
        button(dialog(page), "Save").click();
        assertThat(page.locator("dialog[open]")).hasCount(0);
    }

    @Test
    void showsBaseOverrideAndWhatHoldsSideBySide() {
        Page page = editing("openai/gpt-4.1");

        labelled(dialog(page), "Input, override").fill("1.5");

        assertThat(field(page, "Input").locator("td").nth(0)).containsText("$2");
        assertThat(field(page, "Input").locator("td").nth(0)).containsText("list");
        assertThat(field(page, "Input").locator("td").nth(2)).hasText("$1.50");
        assertThat(field(page, "Output").locator("td").nth(2)).hasText("$8");
        assertAccessible(page);
    }

    @Test
    void writesAnOverrideThatHoldsAtOnce() {
        Page page = editing("openai/gpt-4.1-mini");

        labelled(dialog(page), "Input, override").fill("0.000000000000123");
        labelled(dialog(page), "Output, override").fill("0");
        save(page);

        JsonNode effective = price("openai/gpt-4.1-mini").path("effective");
        assertThat(effective.path("input_per_mtok").decimalValue().toPlainString())
                .isEqualTo("0.000000000000123");
        assertThat(effective.path("output_per_mtok").asInt(-1)).isZero();
        assertThat(effective.at("/sources/cached_input_per_mtok").isMissingNode())
                .isTrue();
        awaitTable(page);
        assertThat(row(page, "openai/gpt-4.1-mini")).containsText("override");
    }

    @Test
    void writesOneForLaterWithTiersAndDeletesIt() {
        String selector = "openrouter/qwen/qwen3-coder";
        Page page = editing(selector);
        labelled(dialog(page), "From a moment on, as a new entry").check();
        labelled(dialog(page), "From, in UTC").fill("2999-01-01T00:00");
        button(dialog(page), "Add tier").click();
        labelled(dialog(page), "Up to, in million input tokens, tier 1").fill("0.2");
        labelled(dialog(page), "Input, tier 1").fill("1");
        labelled(dialog(page), "Output, tier 1").fill("4");
        assertAccessible(page);
        save(page);
        assertThat(price(selector).at("/entries/0/valid_from").asText()).isEqualTo("2999-01-01T00:00:00Z");
        assertThat(price(selector)
                        .at("/entries/0/pricing/tiers/0/output_per_mtok")
                        .asInt())
                .isEqualTo(4);

        Page again = editing(selector);
        assertThat(dialog(again).locator(".timeline li")).containsText("to come");
        button(dialog(again), "Delete the entry of 2999-01-01 00:00:00 UTC").click();
        button(dialog(again), "Delete entry").waitFor();
        assertAccessible(again);
        button(dialog(again), "Delete entry").click();

        assertThat(dialog(again)).containsText("Nothing is stored: the base holds.");
        assertThat(price(selector).path("entries")).isEmpty();
    }

    @Test
    void replacesAnEntryOfTheTimeline() {
        String selector = "mistral-eu/mistral-large-latest";
        Page page = editing(selector);

        button(dialog(page), "Edit the entry of 2026-01-01 00:00:00 UTC").click();
        labelled(dialog(page), "Input, override").fill("2.5");
        save(page);

        assertThat(price(selector).path("entries")).hasSize(1);
        assertThat(price(selector).at("/effective/input_per_mtok").asText()).isEqualTo("2.5");
    }

    @Test
    void keepsWhatATierChargesForTheCacheUntilItIsChanged() throws Exception {
        String selector = "openai/gpt-4o-2024-08-06";
        api().write("PUT", "/model-pricing/openai%2Fgpt-4o-2024-08-06", """
                {"pricing": {"tiers": [
                  {"up_to_mtok": 0.2, "input_per_mtok": 1, "cached_input_per_mtok": 0.000000000000001},
                  {"up_to_mtok": 1, "input_per_mtok": 5, "cached_input_per_mtok": 0.9, "cache_write_per_mtok": 6.25}
                ]}}""");
        Page page = editing(selector);

        labelled(dialog(page), "Input, tier 2").fill("4");
        save(page);
        assertThat(price(selector).at("/effective/tiers")).isEqualTo(new ObjectMapper().readTree("""
                [{"up_to_mtok": 0.2, "input_per_mtok": 1, "cached_input_per_mtok": 0.000000000000001},
                 {"up_to_mtok": 1, "input_per_mtok": 4, "cached_input_per_mtok": 0.9, "cache_write_per_mtok": 6.25}]"""));

        Page again = editing(selector);
        assertThat(labelled(dialog(again), "Cached input, tier 2")).hasValue("0.9");
        labelled(dialog(again), "Cached input, tier 1").fill("");
        labelled(dialog(again), "Cache write, tier 2").fill("7");
        save(again);
        assertThat(price(selector).at("/effective/tiers")).isEqualTo(new ObjectMapper().readTree("""
                [{"up_to_mtok": 0.2, "input_per_mtok": 1},
                 {"up_to_mtok": 1, "input_per_mtok": 4, "cached_input_per_mtok": 0.9, "cache_write_per_mtok": 7}]"""));
    }

    @ParameterizedTest
    @EnumSource(DashboardBrowser.View.class)
    void hasRoomForEveryRateOfATier(DashboardBrowser.View view) {
        Page page = dashboard.signedIn("models?edit=price:openrouter/qwen/qwen3-coder", view, ColorScheme.LIGHT);
        button(dialog(page), "Add tier").click();
        button(dialog(page), "Add tier").click();
        labelled(dialog(page), "Cache write, tier 2").fill("0.123456789");

        assertAccessible(page);
        assertThat(dialog(page).locator(".dialog-body").evaluate("body => body.scrollWidth <= body.clientWidth"))
                .isEqualTo(true);
        assertThat(dialog(page)
                        .locator(".tier-row input")
                        .evaluateAll("inputs => inputs.every((input) => input.offsetWidth >= 100)"))
                .isEqualTo(true);
    }

    @Test
    void refusesWhatIsNoPrice() {
        Page page = editing("openai/o4-mini");

        labelled(dialog(page), "Input, override").fill("cheap");
        button(dialog(page), "Save").click();

        assertThat(dialog(page).locator("[role=alert]")).containsText("\"cheap\" is not a number");
        assertAccessible(page);
        assertThat(price("openai/o4-mini").path("entries")).isEmpty();
    }

    @Test
    void showsBothVersionsWhereSomebodyElseWasFirst() {
        dashboard.expecting("status of 412");
        String selector = "openai/text-embedding-3-large";
        Page page = editing(selector);
        api().write("PUT", "/model-pricing/openai%2Ftext-embedding-3-large", """
                {"valid_from": "2026-02-01T00:00:00Z", "pricing": {"input_per_mtok": 7}}""");
        labelled(dialog(page), "Input, override").fill("6");

        button(dialog(page), "Save").click();

        assertThat(dialog(page).locator("aurora-conflict")).containsText("Input: 7");
        assertThat(dialog(page).locator("aurora-conflict")).containsText("Input: 6");
        assertAccessible(page);
        button(dialog(page), "Write mine over it").click();
        assertThat(page.locator("dialog[open]")).hasCount(0);
        assertThat(price(selector).at("/effective/input_per_mtok").asInt()).isEqualTo(6);
        assertThat(price(selector).path("entries")).hasSize(2);
    }

    private static void storeTwoEntries(String selector) {
        for (int month = 1; month <= 2; month++) {
            api().write("PUT", "/model-pricing/" + selector.replace("/", "%2F"), """
                    {"valid_from": "2026-0%d-01T00:00:00Z", "pricing": {"input_per_mtok": %d}}""".formatted(month, month));
        }
    }

    @Test
    void asksBeforeAnotherEntryReplacesWhatWasTyped() {
        String selector = "openrouter/google/gemini-2.5-pro";
        storeTwoEntries(selector);
        Page page = editing(selector);
        labelled(dialog(page), "Output, override").fill("7.5");

        button(dialog(page), "Edit the entry of 2026-01-01 00:00:00 UTC").click();

        assertThat(dialog(page)).containsText("Discard what you changed?");
        button(dialog(page), "Cancel").click();
        assertThat(labelled(dialog(page), "Output, override")).hasValue("7.5");
        button(dialog(page), "Edit the entry of 2026-01-01 00:00:00 UTC").click();
        button(dialog(page), "Discard").click();
        assertThat(labelled(dialog(page), "Output, override")).hasValue("");
        assertThat(labelled(dialog(page), "Input, override")).hasValue("1");
    }

    @Test
    void keepsWhatWasTypedWhenAnEntryIsDeleted() {
        String selector = "openrouter/anthropic/claude-sonnet-4";
        storeTwoEntries(selector);
        Page page = editing(selector);
        labelled(dialog(page), "Output, override").fill("8.5");

        button(dialog(page), "Delete the entry of 2026-01-01 00:00:00 UTC").click();
        button(dialog(page), "Delete entry").click();

        assertThat(dialog(page).locator(".timeline li")).hasCount(1);
        assertThat(labelled(dialog(page), "Output, override")).hasValue("8.5");
        save(page);
        assertThat(price(selector).path("entries")).hasSize(2);
        assertThat(price(selector).at("/effective/output_per_mtok").asText()).isEqualTo("8.5");
    }

    @Test
    void leadsToThePriceThatIsWrong() {
        Page page = editing("openai/gpt-4.1");
        labelled(dialog(page), "Output, override").fill("cheap");

        button(dialog(page), "Save").click();

        assertThat(labelled(dialog(page), "Output, override")).isFocused();
        assertThat(labelled(dialog(page), "Output, override")).hasAttribute("aria-invalid", "true");
        labelled(dialog(page), "Output, override").fill("1");
        assertThat(dialog(page).locator("[aria-invalid=true]")).hasCount(0);
        button(dialog(page), "Add tier").click();
        button(dialog(page), "Save").click();
        assertThat(labelled(dialog(page), "Up to, in million input tokens, tier 1"))
                .isFocused();
    }
}
