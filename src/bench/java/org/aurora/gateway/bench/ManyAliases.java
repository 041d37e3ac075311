package org.aurora.gateway.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Locale;

/** Fills a gateway with aliases through its admin API, and times what an operator does among them. */
public final class ManyAliases {
    private static final int WRITES = 300;
    private static final int WARM_UP_WRITES = 100;
    private static final String[] TARGETS = {"upstream/some-model", "upstream/other-model"};

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String gateway;
    private final String key;

    private ManyAliases(String port, String key) {
        this.gateway = "http://127.0.0.1:" + port;
        this.key = key;
    }

    /**
     * Prints rows of a Markdown table.
     *
     * @param arguments the gateway's port, its key, how many aliases, and what to time: {@code all}, or {@code writes}
     */
    public static void main(String[] arguments) throws Exception {
        ManyAliases aliases = new ManyAliases(arguments[0], arguments[1]);
        int count = Integer.parseInt(arguments[2]);
        long imported = aliases.timed(() -> aliases.fill(count));
        if (arguments[3].equals("all")) {
            row("import of all in one document", imported);
            for (int i = 0; i < 5; i++) {
                aliases.call("GET", "/admin/api/v1/aliases", "");
            }
            row("list of all", aliases.timed(() -> aliases.call("GET", "/admin/api/v1/aliases", "")));
            row("export of all", aliases.timed(() -> aliases.call("GET", "/admin/api/v1/export", "")));
        }
        aliases.writes(count);
    }

    private static void row(String what, long nanos) {
        System.out.printf(Locale.ROOT, "| %s | %.1f |%n", what, nanos / 1e6);
    }

    private void fill(int count) throws IOException, InterruptedException {
        StringBuilder document = new StringBuilder("aliases:\n");
        for (int i = 0; i < count; i++) {
            document.append("  stable-name-").append(i).append(": upstream/some-model\n");
        }
        call("POST", "/admin/api/v1/import?mode=replace", document.toString());
    }

    /** From sending a write to the answer of a call that went to the new target. */
    private void writes(int count) throws IOException, InterruptedException {
        long[] nanos = new long[WRITES];
        for (int i = -WARM_UP_WRITES; i < WRITES; i++) {
            String target = TARGETS[Math.floorMod(i, 2)];
            long before = System.nanoTime();
            call("PUT", "/admin/api/v1/aliases/stable-name-7", "{\"target\": \"" + target + "\"}");
            String reached = call("POST", "/v1/chat/completions", "{\"model\": \"stable-name-7\", \"messages\": []}");
            if (i >= 0) {
                nanos[i] = System.nanoTime() - before;
            }
            if (!target.endsWith("/" + reached)) {
                throw new IllegalStateException("a call after the write went to " + reached);
            }
        }
        Arrays.sort(nanos);
        row("write of one of " + count + " until a call has used it, p50", nanos[WRITES / 2]);
        row("the same, p99", nanos[WRITES * 99 / 100]);
    }

    /** The model that answered, where there is one. */
    private String call(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway + path))
                .header("authorization", "Bearer " + key)
                .header("content-type", path.contains("/import") ? "application/yaml" : "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.headers().firstValue("x-aurora-model").orElse("");
    }

    private long timed(Step step) throws IOException, InterruptedException {
        long before = System.nanoTime();
        step.run();
        return System.nanoTime() - before;
    }

    private interface Step {
        void run() throws IOException, InterruptedException;
    }
}
