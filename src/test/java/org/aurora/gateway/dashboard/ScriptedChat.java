package org.aurora.gateway.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import org.aurora.gateway.testing.TestUpstream;
import org.aurora.gateway.testing.UpstreamExchange;

/** A provider of chats whose answers a test gives piece by piece, to one call after the other. */
final class ScriptedChat implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USAGE = "{\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":3}}";

    private final TestUpstream server = TestUpstream.answering(unused -> {});
    private Optional<UpstreamExchange> call = Optional.empty();
    private boolean begun;

    TestUpstream server() {
        return server;
    }

    /** The next call is another one. */
    void forget() {
        call = Optional.empty();
        begun = false;
    }

    /** The call that is being answered; waits for it. */
    UpstreamExchange exchange() throws InterruptedException {
        if (call.isEmpty()) {
            call = Optional.of(server.takeRequest());
        }
        return call.get();
    }

    /** What was asked. */
    JsonNode body() throws InterruptedException, JsonProcessingException {
        return JSON.readTree(exchange().bodyText());
    }

    /** A piece of text in a stream. */
    ScriptedChat says(String text) throws InterruptedException, IOException {
        return event("{\"choices\":[{\"delta\":{\"content\":" + JSON.writeValueAsString(text) + "}}]}");
    }

    /** The end of a stream, with usage where that was asked for. */
    void ends() throws InterruptedException, IOException {
        event("{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}");
        if (body().at("/stream_options/include_usage").asBoolean()) {
            event(USAGE);
        }
        event("[DONE]");
        exchange().endChunks();
    }

    /** The end of a stream that says neither why nor that this is it. */
    void endsWithoutDone() throws InterruptedException, IOException {
        exchange().endChunks();
    }

    /** A whole answer. */
    void answers(String json) throws InterruptedException, IOException {
        exchange().json(200, json);
    }

    private ScriptedChat event(String data) throws InterruptedException, IOException {
        if (!begun) {
            begun = true;
            exchange().beginEvents();
        }
        exchange().chunk("data: " + data + "\n\n");
        return this;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
