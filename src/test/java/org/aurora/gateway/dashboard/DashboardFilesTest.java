package org.aurora.gateway.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardFilesTest {
    private static final RunningGateway gateway =
            RunningGateway.with("providers: { built-in: { type: demo } }").start();
    private static final HttpClient client = HttpClient.newHttpClient();

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static HttpResponse<String> send(String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.uri(path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        return send("GET", path, headers);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String assets() throws Exception {
        Matcher source = Pattern.compile("src=\"(dashboard/assets/[0-9a-f]+/)app.js\"")
                .matcher(get("/admin/dashboard").body());
        assertThat(source.find()).isTrue();
        return "/admin/" + source.group(1);
    }

    @Test
    void needsNoKeyAndAllowsNothingButItsOwnFiles() throws Exception {
        HttpResponse<String> page = get("/admin/dashboard");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "content-security-policy"))
                .startsWith("default-src 'none'; script-src 'self' 'sha256-")
                .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'", "connect-src 'self'")
                .doesNotContain("unsafe", "*", "http:", "data:");
        assertThat(header(page, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(header(page, "referrer-policy")).isEqualTo("no-referrer");
        assertThat(header(page, "cache-control")).isEqualTo("no-cache");
    }

    @Test
    void theStyleSheetsArriveAsOneInTheOrderOfThePage() throws Exception {
        String page = get("/admin/dashboard").body();
        String styles = get(assets() + "styles.css").body();

        assertThat(page).containsOnlyOnce("rel=\"stylesheet\"").contains("/styles.css\"");
        assertThat(styles)
                .startsWith(get(assets() + "styles/tokens.css").body())
                .containsSubsequence(
                        get(assets() + "styles/base.css").body(),
                        get(assets() + "lib/uplot/dist/uPlot.min.css").body(),
                        get(assets() + "styles/pages/playground.css").body());
    }

    @ParameterizedTest
    @CsvSource({
        "app.js, text/javascript; charset=utf-8",
        "styles/tokens.css, text/css; charset=utf-8",
        "icon.svg, image/svg+xml",
        "lib/lit/index.js, text/javascript; charset=utf-8",
        "lib/uplot/dist/uPlot.min.css, text/css; charset=utf-8",
        "lib/uplot/dist/uPlot.esm.js, text/javascript; charset=utf-8"
    })
    void filesOfThisVersionAreKeptForGood(String file, String contentType) throws Exception {
        HttpResponse<String> answer = get(assets() + file);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "content-type")).isEqualTo(contentType);
        assertThat(header(answer, "cache-control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
    }

    @Test
    void thePageAsksAheadForFilesThatThereAre() throws Exception {
        List<String> ahead = Pattern.compile("modulepreload\" href=\"(dashboard/[^\"]+)\"")
                .matcher(get("/admin/dashboard").body())
                .results()
                .map(link -> "/admin/" + link.group(1))
                .toList();

        assertThat(ahead).hasSizeGreaterThan(30).doesNotHaveDuplicates();
        for (String file : ahead) {
            assertThat(get(file).statusCode()).as(file).isEqualTo(200);
        }
    }

    @Test
    void aFileAskedForByTheNameOfAnotherVersionIsNotKept() throws Exception {
        HttpResponse<String> answer = get("/admin/dashboard/assets/0123456789abcdef0123/app.js");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "cache-control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"other\", %s"})
    void whoHasItAlreadyIsTold(String ifNoneMatch) throws Exception {
        String tag = header(get("/admin/dashboard"), "etag");

        HttpResponse<String> answer = get("/admin/dashboard", "If-None-Match", ifNoneMatch.formatted(tag));

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(header(answer, "etag")).isEqualTo(tag);
    }

    @Test
    void theHeadAloneCanBeAskedFor() throws Exception {
        HttpResponse<String> answer = send("HEAD", "/admin/dashboard");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(header(answer, "content-length"))
                .isEqualTo(Integer.toString(get("/admin/dashboard").body().length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/dashboard/index.html",
                "/admin/dashboard/app.js",
                "/admin/dashboard/assets/",
                "/admin/dashboard/assets/x",
                "/admin/dashboard/assets/x/index.html",
                "/admin/dashboard/assets/x/README.md",
                "/admin/dashboard/assets/x/../x/app.js",
                "/admin/dashboard/assets/x/%2e%2e/app.js",
                "/admin/dashboard/assets/x//app.js",
                "/admin/dashboard/assets/x/..%2f..%2flogback.xml",
                "/admin/dashboard/assets/x/../../logback.xml",
                "/admin/dashboard/assets/x/org/aurora/gateway/Gateway.class",
                "/admin/dashboard/assets/x/lib/lit/package.json",
                "/admin/dashboards"
            })
    void nothingElseIsServed(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aSlashTooManyLeadsToThePage() throws Exception {
        HttpResponse<String> answer = get("/admin/dashboard/");

        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(header(answer, "location")).isEqualTo("../dashboard");
    }

    @Test
    void nothingCanBeWrittenThere() throws Exception {
        HttpResponse<String> answer = send("POST", "/admin/dashboard");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "allow")).isEqualTo("GET, HEAD");
    }

    @Test
    void theApiBesideItStillNeedsAKey() throws Exception {
        assertThat(get("/admin/api/v1/providers/status").statusCode()).isEqualTo(401);
    }
}
