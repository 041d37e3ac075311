package org.aurora.gateway.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One answer in the shape of OpenAI's chat completions, or of the older completions. */
final class DemoCompletion {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_ECHOED_CHARACTERS = 2000;

    private final boolean chat;
    private final JsonNode request;
    private final String id;
    private final List<String> words;

    DemoCompletion(String operation, JsonNode request) {
        this.chat = operation.startsWith("chat/");
        this.request = request;
        this.id = (chat ? "chatcmpl-" : "cmpl-") + UUID.randomUUID();
        this.words = List.of(text().split("(?<= )"));
    }

    boolean streamed() {
        return request.path("stream").asBoolean();
    }

    /** Whether the events say what was used although nothing was said about that: for the gateway, not for the caller. */
    boolean saysUsageUnasked() {
        return request.path("stream_options").path("include_usage").isMissingNode();
    }

    /** The answer at once. */
    String document() throws JsonProcessingException {
        ObjectNode choice = choice();
        if (chat) {
            choice.putObject("message").put("role", "assistant").put("content", text());
        } else {
            choice.put("text", text());
        }
        choice.put("finish_reason", "stop");
        ObjectNode answer = envelope(chat ? "chat.completion" : "text_completion");
        answer.putArray("choices").add(choice);
        answer.set("usage", usage());
        return JSON.writeValueAsString(answer);
    }

    /** The answer word by word, as the lines of server-sent events. */
    List<String> events() throws JsonProcessingException {
        List<String> events = new ArrayList<>();
        for (String word : words) {
            ObjectNode choice = choice();
            if (chat) {
                choice.putObject("delta").put("role", "assistant").put("content", word);
            } else {
                choice.put("text", word);
            }
            events.add(event(choice.putNull("finish_reason")));
        }
        ObjectNode last = choice().put("finish_reason", "stop");
        events.add(event(chat ? last.set("delta", JSON.createObjectNode()) : last.put("text", "")));
        if (saysUsageUnasked()
                || request.path("stream_options").path("include_usage").asBoolean()) {
            ObjectNode chunk = chunk();
            chunk.putArray("choices");
            chunk.set("usage", usage());
            events.add("data: " + JSON.writeValueAsString(chunk) + "\n\n");
        }
        events.add("data: [DONE]\n\n");
        return events;
    }

    private String event(JsonNode choice) throws JsonProcessingException {
        ObjectNode chunk = chunk();
        chunk.putArray("choices").add(choice);
        return "data: " + JSON.writeValueAsString(chunk) + "\n\n";
    }

    private ObjectNode chunk() {
        return envelope(chat ? "chat.completion.chunk" : "text_completion");
    }

    private static ObjectNode choice() {
        return JSON.createObjectNode().put("index", 0);
    }

    private ObjectNode envelope(String object) {
        return JSON.createObjectNode()
                .put("id", id)
                .put("object", object)
                .put("created", Instant.now().getEpochSecond())
                .put("model", request.path("model").asText());
    }

    private ObjectNode usage() {
        int input = question().split("\\s+").length;
        return JSON.createObjectNode()
                .put("prompt_tokens", input)
                .put("completion_tokens", words.size())
                .put("total_tokens", input + words.size());
    }

    private String text() {
        return "Hello from Aurora's demo provider. Your request reached me as the model "
                + request.path("model").asText() + ", and you said: " + echo(question());
    }

    /** So much of the question that its answer, word by word, still fits anywhere. */
    private static String echo(String question) {
        return question.length() <= MAX_ECHOED_CHARACTERS
                ? question
                : question.substring(0, MAX_ECHOED_CHARACTERS) + " ...";
    }

    private String question() {
        if (!chat) {
            return request.path("prompt").asText();
        }
        JsonNode messages = request.path("messages");
        JsonNode content = messages.path(messages.size() - 1).path("content");
        return content.isTextual()
                ? content.asText()
                : content.path(0).path("text").asText();
    }
}
