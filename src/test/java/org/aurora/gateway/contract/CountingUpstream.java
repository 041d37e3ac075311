package org.aurora.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.aurora.gateway.testing.TestUpstream;
import org.aurora.gateway.testing.UpstreamExchange;

/** A provider that keeps its own account of the calls it answered, by the {@code user} that each names. */
record CountingUpstream(TestUpstream server, Set<String> served) implements AutoCloseable {
    private static final String USAGE = "\"usage\": {\"prompt_tokens\": 7, \"completion_tokens\": 3}";

    static CountingUpstream start() {
        Set<String> served = ConcurrentHashMap.newKeySet();
        return new CountingUpstream(TestUpstream.answering(exchange -> answer(exchange, served)), served);
    }

    private static void answer(UpstreamExchange exchange, Set<String> served) throws IOException {
        JsonNode request = Answer.parse(exchange.bodyText());
        served.add(request.path("user").asText());
        if (request.path("stream").asBoolean()) {
            exchange.beginEvents();
            exchange.chunk(
                    "data: {\"model\": \"my-model\", \"choices\": [{\"index\": 0, \"delta\": {\"content\": \"a\"}}]}\n\n");
            exchange.chunk("data: {\"model\": \"my-model\", \"choices\": [], " + USAGE + "}\n\n");
            exchange.chunk("data: [DONE]\n\n");
            exchange.endChunks();
        } else {
            exchange.json(
                    200, "{\"object\": \"chat.completion\", \"model\": \"my-model\", \"choices\": [], " + USAGE + "}");
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
