package org.aurora.gateway.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.dashboard.Accessibility.assertAccessible;
import static org.aurora.gateway.dashboard.KeysOnPage.button;
import static org.aurora.gateway.dashboard.KeysOnPage.dialog;
import static org.aurora.gateway.dashboard.KeysOnPage.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Recorded calls that get another cost, through the page. */
class RecalculationTest {
    @RegisterExtension
    static final DashboardBrowser dashboard = DashboardBrowser.with(RecalculationTest::start);

    private final GatewayApi api = new GatewayApi(dashboard.gateway());

    private static RunningGateway start() {
        RunningGateway gateway = RunningGateway.with("providers: { built-in: { type: demo, models: [new-model] } }")
                .start();
        RecordedCalls calls = new RecordedCalls();
        calls.and(calls.add(Duration.ofMinutes(1))
                .to("built-in", "new-model")
                .tokens(1_000_000, 0, 0)
                .unpriced());
        calls.into(gateway, "first");
        return gateway;
    }

    private JsonNode summary() {
        return api.get("/usage/summary?days=7");
    }

    @Test
    void triesWithoutWritingAndThenWrites() {
        api.write(
                "PUT",
                "/model-pricing/built-in%2Fnew-model",
                "{\"valid_from\":\"2020-01-01T00:00:00Z\",\"pricing\":{\"input_per_mtok\":0.3,\"output_per_mtok\":1}}");
        Page page = dashboard.signedIn("usage?range=7&provider=built-in&model=new-model");
        button(page, "Recalculate prices").click();
        assertThat(field(page, "Only these models")).hasValue("built-in/new-model");

        button(page, "Try without writing").click();

        assertThat(dialog(page, "Recalculate prices")).containsText("1 call of 1 would change");
        assertThat(dialog(page, "Recalculate prices").locator("td").nth(1)).hasText("0.30");
        assertAccessible(page);
        assertThat(summary().get("unpriced_requests").asInt()).isEqualTo(1);
        button(page, "Write the new costs").click();
        assertThat(page.getByText("1 call priced anew")).isVisible();
        assertThat(summary().get("unpriced_requests").asInt()).isZero();
        assertThat(summary().get("total_cost").asText()).isEqualTo("0.3");
        assertThat(page.locator(".unpriced")).hasCount(0);
    }

    @Test
    void saysWhatTheGatewayDoesNotTake() {
        dashboard.expecting("status of 400");
        Page page = dashboard.signedIn("usage?range=7");
        button(page, "Recalculate prices").click();
        field(page, "First day of calls (UTC)").fill("2031-01-01");

        button(page, "Try without writing").click();

        assertThat(dialog(page, "Recalculate prices").locator("[role=alert]")).containsText("start_date");
    }
}
