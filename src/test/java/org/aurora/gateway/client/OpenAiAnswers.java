package org.aurora.gateway.client;

import java.io.IOException;
import java.util.List;
import org.aurora.gateway.testing.TestUpstream;
import org.aurora.gateway.testing.UpstreamExchange;

/** What OpenAI answers, in its public shapes. */
final class OpenAiAnswers {
    static final String CHAT = """
            {
              "id": "chatcmpl-CZ4f0yJmQ1",
              "object": "chat.completion",
              "created": 1790000001,
              "model": "gpt-x-2026-08-01",
              "choices": [
                {
                  "index": 0,
                  "message": { "role": "assistant", "content": "Hello, wörld 👋", "refusal": null, "annotations": [] },
                  "logprobs": null,
                  "finish_reason": "stop"
                }
              ],
              "usage": {
                "prompt_tokens": 11,
                "completion_tokens": 5,
                "total_tokens": 16,
                "prompt_tokens_details": { "cached_tokens": 0, "audio_tokens": 0 },
                "completion_tokens_details": { "reasoning_tokens": 0, "audio_tokens": 0 }
              },
              "service_tier": "default",
              "system_fingerprint": "fp_7e1"
            }
            """;

    static final String TOOL_CALL = """
            {"id":"chatcmpl-CZ4f0yJmQ2","object":"chat.completion","created":1790000002,"model":"gpt-x-2026-08-01",
             "choices":[{"index":0,"finish_reason":"tool_calls","logprobs":null,"message":{"role":"assistant",
              "content":null,"refusal":null,"tool_calls":[{"id":"call_1","type":"function",
              "function":{"name":"weather","arguments":"{\\"city\\":\\"Łódź\\"}"}}]}}],
             "usage":{"prompt_tokens":40,"completion_tokens":9,"total_tokens":49}}
            """;

    /** The embedding [0.5, -1.25, 3.0] as little-endian floats in base64. */
    static final String BASE64_EMBEDDING = """
            {"object":"list","data":[{"object":"embedding","index":0,"embedding":"AAAAPwAAoL8AAEBA"}],
             "model":"text-embedding-3-small","usage":{"prompt_tokens":4,"total_tokens":4}}
            """;

    static final String RESPONSE = """
            {"id":"resp_01","object":"response","created_at":1790000003,"status":"completed","error":null,
             "incomplete_details":null,"instructions":null,"max_output_tokens":null,"model":"gpt-x-2026-08-01",
             "output":[{"type":"message","id":"msg_01","status":"completed","role":"assistant",
               "content":[{"type":"output_text","text":"Hello from a response","annotations":[]}]}],
             "parallel_tool_calls":true,"previous_response_id":null,"store":true,"temperature":1.0,"tool_choice":"auto",
             "tools":[],"top_p":1.0,"truncation":"disabled","usage":{"input_tokens":9,
               "input_tokens_details":{"cached_tokens":0},"output_tokens":4,
               "output_tokens_details":{"reasoning_tokens":0},"total_tokens":13},"metadata":{}}
            """;

    static final String MODERATION = """
            {"id":"modr-1","model":"omni-moderation-latest","results":[{"flagged":true,
             "categories":{"harassment":true,"violence":false},"category_scores":{"harassment":0.91,"violence":0.0007},
             "category_applied_input_types":{"harassment":["text"],"violence":["text"]}}]}
            """;

    static final String IMAGE = """
            {"created":1790000004,"background":"opaque","output_format":"png","quality":"low","size":"1024x1024",
             "data":[{"b64_json":"iVBORw0KGgo="}],"usage":{"input_tokens":7,"output_tokens":272,"total_tokens":279}}
            """;

    static final String COMPLETION = """
            {"id":"cmpl-1","object":"text_completion","created":1790000005,"model":"gpt-x-instruct",
             "choices":[{"text":" world","index":0,"logprobs":null,"finish_reason":"stop"}],
             "usage":{"prompt_tokens":2,"completion_tokens":1,"total_tokens":3}}
            """;

    static final String RATE_LIMITED = """
            {"error":{"message":"Rate limit reached for gpt-x in organization org-x on tokens per min.",
             "type":"tokens","param":null,"code":"rate_limit_exceeded"}}
            """;

    private static final List<String> CHAT_EVENTS = List.of(
            chatEvent("{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}", "null"),
            chatEvent("{\"content\":\"Hello,\"}", "null"),
            chatEvent("{\"content\":\" wörld 👋\"}", "null"),
            chatEvent("{}", "\"stop\""));

    private static final String USAGE_EVENT = """
            data: {"id":"chatcmpl-s","object":"chat.completion.chunk","created":1790000006,"model":"gpt-x-2026-08-01",\
            "choices":[],"usage":{"prompt_tokens":11,"completion_tokens":5,"total_tokens":16}}

            """;

    private static final String HELLO =
            event("response.output_text.delta", textPart(1) + ",\"delta\":\"Hello\",\"logprobs\":[]");

    private OpenAiAnswers() {}

    static void chatStream(UpstreamExchange exchange) throws IOException {
        exchange.beginEvents();
        for (String event : CHAT_EVENTS) {
            exchange.chunk(event);
        }
        exchange.chunk(USAGE_EVENT);
        exchange.chunk("data: [DONE]\n\n");
        exchange.endChunks();
    }

    /** A stream whose connection is closed after the second event. */
    static void cutChatStream(UpstreamExchange exchange) throws IOException {
        exchange.beginEvents();
        exchange.chunk(CHAT_EVENTS.get(0));
        exchange.chunk(CHAT_EVENTS.get(1));
        exchange.close();
    }

    static void responseStream(UpstreamExchange exchange) throws IOException {
        exchange.beginEvents();
        String response = RESPONSE.replace("\n", "").strip();
        exchange.chunk(event("response.created", "\"sequence_number\":0,\"response\":" + response));
        exchange.chunk(event("response.output_text.delta", textPart(1) + ",\"delta\":\"Hello from\",\"logprobs\":[]"));
        exchange.chunk(event("response.output_text.delta", textPart(2) + ",\"delta\":\" a response\",\"logprobs\":[]"));
        exchange.chunk(event("response.completed", "\"sequence_number\":3,\"response\":" + response));
        exchange.endChunks();
    }

    /** A stream whose connection is closed after the first event. */
    static void cutResponseStream(UpstreamExchange exchange) throws IOException {
        exchange.beginEvents();
        exchange.chunk(HELLO);
        exchange.close();
    }

    static void responseStreamCutWithinAnEvent(UpstreamExchange exchange) throws IOException {
        exchange.beginEvents();
        exchange.chunk(HELLO);
        exchange.chunk(HELLO.substring(0, HELLO.length() / 2));
        exchange.close();
    }

    /** An error of OpenAI's shape. */
    static TestUpstream.Script error(int status, String code) {
        return exchange -> exchange.json(
                status,
                "{\"error\":{\"message\":\"upstream says " + code
                        + "\",\"type\":\"server_error\",\"param\":null,\"code\":\"" + code + "\"}}");
    }

    private static String chatEvent(String delta, String finishReason) {
        return "data: {\"id\":\"chatcmpl-s\",\"object\":\"chat.completion.chunk\",\"created\":1790000006,"
                + "\"model\":\"gpt-x-2026-08-01\",\"choices\":[{\"index\":0,\"delta\":" + delta
                + ",\"logprobs\":null,\"finish_reason\":" + finishReason + "}]}\n\n";
    }

    private static String event(String type, String members) {
        return "event: " + type + "\ndata: {\"type\":\"" + type + "\"," + members + "}\n\n";
    }

    private static String textPart(int number) {
        return "\"sequence_number\":" + number + ",\"item_id\":\"msg_01\",\"output_index\":0,\"content_index\":0";
    }
}
