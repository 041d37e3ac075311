package org.aurora.gateway.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.dashboard.KeysOnPage.button;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UsageCsvTest {
    @RegisterExtension
    static final DashboardBrowser dashboard = DashboardBrowser.with(UsedGateway::start);

    private final GatewayApi api = new GatewayApi(dashboard.gateway());

    private static List<String> download(Page page) throws Exception {
        Download download = page.waitForDownload(() -> button(page, "CSV").click());
        return Files.readString(download.path()).lines().toList();
    }

    private static Locator row(Page page, String name) {
        return page.locator("#usage-panel tbody tr").filter(new Locator.FilterOptions().setHasText(name));
    }

    @Test
    void showsKeysByTheirNames() throws Exception {
        String id = api.write("POST", "/auth-keys", "{\"name\":\"the search app\"}")
                .get("id")
                .asText();
        RecordedCalls calls = new RecordedCalls();
        calls.and(calls.add(Duration.ofDays(25))
                .by(id, "/named")
                .to("built-in", "gpt-x")
                .costing("1", "0"));
        calls.into(dashboard.gateway(), "named");

        Page page = dashboard.signedIn("usage?range=90&by=key");

        assertThat(row(page, "the search app")).isVisible();
        assertThat(download(page)).first().asString().startsWith("key_id,key_name,requests,");
        assertThat(download(page)).anyMatch(line -> line.startsWith(id + ",the search app,1,"));
    }

    @Test
    void savesGroupsAsTheyAreShown() throws Exception {
        Page page = dashboard.signedIn("usage?range=7");
        row(page, "gpt-x").waitFor();

        List<String> lines = download(page);

        assertThat(lines.get(0))
                .isEqualTo(
                        "provider,model,requests,input_tokens,cached_input_tokens,output_tokens,total_tokens,input_cost,output_cost,total_cost,unpriced_requests");
        assertThat(lines).contains("built-in,gpt-x,2,1010,400,55,1065,0.100000000000000001,0.3,0.400000000000000001,0");
        assertThat(lines).contains("built-in,new-model,2,14,0,6,20,,,,2");
        assertThat(lines.get(1))
                .isEqualTo("built-in,\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\",1,1,0,1,2,12345.6,0,12345.6,0");
    }

    @Test
    void savesGroupsInTheOrderInWhichTheyAreShown() throws Exception {
        Page page = dashboard.signedIn("usage?range=7&sort=name");
        assertThat(page.locator("#usage-panel tbody tr").first()).containsText("(unknown)");

        assertThat(download(page).get(1)).startsWith("(unknown),(unknown),1,");
    }

    @Test
    void savesTheLogAsItIsShown() throws Exception {
        Page page = dashboard.signedIn("usage?range=7&by=log");
        row(page, "nothing").waitFor();

        List<String> lines = download(page);

        assertThat(lines).hasSize(7);
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).contains(",\"'+alias\",\"'+alias → below\",built-in,new-model,"));
        assertThat(lines).anySatisfy(line -> assertThat(line).contains(",0.1,0.2,0.3,override,,240,1850"));
    }
}
