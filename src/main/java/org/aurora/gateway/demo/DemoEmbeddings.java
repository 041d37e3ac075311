package org.aurora.gateway.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;

/** Vectors in the shape of OpenAI's embeddings: the same text always gets the same one, and that is all they mean. */
final class DemoEmbeddings {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DIMENSIONS = 8;

    private DemoEmbeddings() {}

    static String of(JsonNode request) throws JsonProcessingException {
        boolean base64 = request.path("encoding_format").asText().equals("base64");
        JsonNode input = request.path("input");
        List<JsonNode> texts = input.isArray()
                ? StreamSupport.stream(input.spliterator(), false).toList()
                : List.of(input);
        ObjectNode answer = JSON.createObjectNode().put("object", "list");
        ArrayNode data = answer.putArray("data");
        for (JsonNode text : texts) {
            ObjectNode entry = data.addObject().put("object", "embedding").put("index", data.size() - 1);
            float[] vector = vector(text.asText());
            entry.set("embedding", base64 ? JSON.valueToTree(encoded(vector)) : JSON.valueToTree(vector));
        }
        answer.put("model", request.path("model").asText());
        answer.putObject("usage").put("prompt_tokens", texts.size()).put("total_tokens", texts.size());
        return JSON.writeValueAsString(answer);
    }

    private static float[] vector(String text) {
        Random random = new Random(text.hashCode());
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = random.nextFloat() * 2 - 1;
        }
        return vector;
    }

    /** Little-endian floats, which is what OpenAI sends and its clients ask for. */
    private static String encoded(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
