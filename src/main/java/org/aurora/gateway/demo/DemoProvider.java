package org.aurora.gateway.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;
import org.aurora.gateway.upstream.UpstreamAnswer;
import org.aurora.gateway.upstream.UpstreamHead;

/**
 * Answers chat completions, completions and embeddings as an OpenAI-shaped provider would, with text that says what
 * reached it. It costs nothing, knows nothing and has no models but those configured for it.
 */
public final class DemoProvider implements Processor {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** It reads requests as trees, which take a multiple of their size. */
    private static final int MAX_BODY_BYTES = 1024 * 1024;

    @Override
    public void process(Exchange exchange) throws IOException, InvalidPayloadException {
        String operation = exchange.getVariable("operation", String.class);
        byte[] body = exchange.getMessage().getMandatoryBody(byte[].class);
        if (operation.equals("models")) {
            exchange.setVariable("answer", whole(200, "{\"object\":\"list\",\"data\":[]}"));
            return;
        }
        exchange.setVariable(
                "answer", body.length > MAX_BODY_BYTES ? tooLarge() : answer(operation, JSON.readTree(body)));
    }

    private static UpstreamAnswer answer(String operation, JsonNode request) throws IOException {
        return switch (operation) {
            case "chat/completions", "completions" -> completion(new DemoCompletion(operation, request));
            case "embeddings" -> whole(200, DemoEmbeddings.of(request));
            default ->
                whole(
                        404,
                        "{\"error\":{\"message\":\"The demo provider answers chat, completions and embeddings only.\","
                                + "\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"not_found\"}}");
        };
    }

    private static UpstreamAnswer completion(DemoCompletion completion) throws IOException {
        if (!completion.streamed()) {
            return whole(200, completion.document());
        }
        return new UpstreamAnswer.Streamed(
                UpstreamHead.of(200, "text/event-stream"),
                DemoStream.of(completion.events()),
                completion.saysUsageUnasked());
    }

    private static UpstreamAnswer tooLarge() {
        return whole(
                413,
                "{\"error\":{\"message\":\"The demo provider takes requests of up to " + MAX_BODY_BYTES
                        + " bytes.\",\"type\":\"invalid_request_error\",\"param\":null,"
                        + "\"code\":\"request_too_large\"}}");
    }

    private static UpstreamAnswer whole(int status, String json) {
        return new UpstreamAnswer.Whole(
                UpstreamHead.of(status, "application/json"), json.getBytes(StandardCharsets.UTF_8));
    }
}
