package org.aurora.gateway.contract;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aurora.gateway.testing.TestUpstream;
import org.aurora.gateway.testing.UpstreamExchange;

/** Many providers on one port, each below a path of its own; each lists its models as a test says, 404 by default. */
final class ModelServer implements AutoCloseable {
    private final Map<String, TestUpstream.Script> scripts = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Map<String, List<String>> requestLines = new ConcurrentHashMap<>();
    private final TestUpstream upstream = TestUpstream.answering(this::answer);

    private void answer(UpstreamExchange exchange) throws Exception {
        String provider = exchange.requestLine().split("[ /?]+", -1)[1];
        count(provider).incrementAndGet();
        requestLines
                .computeIfAbsent(provider, name -> new CopyOnWriteArrayList<>())
                .add(exchange.requestLine());
        scripts.getOrDefault(provider, other -> other.json(404, "{}")).answer(exchange);
    }

    private AtomicInteger count(String provider) {
        return asked.computeIfAbsent(provider, name -> new AtomicInteger());
    }

    /** What the provider does from now on. */
    void on(String provider, TestUpstream.Script script) {
        scripts.put(provider, script);
    }

    /** The provider lists these from now on. */
    void lists(String provider, String... ids) {
        on(provider, exchange -> exchange.json(200, list(ids)));
    }

    /** Every request fails from now on. */
    void fails(String provider) {
        on(provider, exchange -> exchange.json(500, "{}"));
    }

    static String list(String... ids) {
        return Stream.of(ids)
                .map(id -> "{\"id\": \"" + id + "\", \"object\": \"model\"}")
                .collect(Collectors.joining(",", "{\"object\": \"list\", \"data\": [", "]}"));
    }

    /** How many requests the provider got. */
    int asked(String provider) {
        return count(provider).get();
    }

    /** What it was asked, in order. */
    List<String> requestLines(String provider) {
        return requestLines.getOrDefault(provider, List.of());
    }

    String baseUrl(String provider) {
        return "http://127.0.0.1:" + upstream.port() + "/" + provider + "/v1";
    }

    /** Such a provider in the YAML of a gateway, of the type vllm; more lines may follow, indented by four blanks. */
    String yaml(String provider) {
        return "  " + provider + ":\n    type: vllm\n    base_url: \"" + baseUrl(provider) + "\"\n";
    }

    @Override
    public void close() throws IOException {
        upstream.close();
    }
}
