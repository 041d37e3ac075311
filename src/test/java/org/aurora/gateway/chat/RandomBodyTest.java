package org.aurora.gateway.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.aurora.gateway.testing.RandomJson;
import org.aurora.gateway.testing.Seed;
import org.junit.jupiter.api.Test;

/** Bodies nobody thought of: the splice changes the model, takes out our provider, and touches nothing else. */
class RandomBodyTest {
    private static final int BODIES = 5_000;

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** A body, and where its model's value stands among the characters. */
    private record Body(String text, int modelStart, int modelEnd, boolean hasProvider) {}

    @Test
    void changesNothingButTheModelInRandomBodies() throws IOException {
        long seed = Seed.next("RandomBodyTest");
        Random random = new Random(seed);
        for (int i = 0; i < BODIES; i++) {
            Body body = randomBody(random, false);

            String spliced = spliced(body);

            assertThat(spliced)
                    .as("body %d of seed %d", i, seed)
                    .isEqualTo(body.text.substring(0, body.modelStart) + "\"other/\\\"model\\\"\""
                            + body.text.substring(body.modelEnd));
            assertThat(mapper.readTree(spliced)).isEqualTo(expectedTree(body));
        }
    }

    @Test
    void takesTheProviderOutOfRandomBodies() throws IOException {
        long seed = Seed.next("RandomBodyTest");
        Random random = new Random(seed);
        for (int i = 0; i < BODIES; i++) {
            Body body = randomBody(random, true);

            String spliced = spliced(body);

            assertThat(mapper.readTree(spliced))
                    .as("body %d of seed %d", i, seed)
                    .isEqualTo(expectedTree(body));
        }
    }

    private ObjectNode expectedTree(Body body) throws IOException {
        ObjectNode tree = (ObjectNode) mapper.readTree(body.text);
        tree.put("model", "other/\"model\"");
        if (body.hasProvider) {
            tree.remove("provider");
        }
        return tree;
    }

    private static String spliced(Body body) {
        byte[] bytes = Bytes.of(body.text);
        RequestBody spliced = RequestBody.naming(bytes, ModelFields.read(bytes), "other/\"model\"");
        return new String(Bytes.joined(spliced.buffers()), UTF_8);
    }

    private static Body randomBody(Random random, boolean withProvider) {
        List<String> names = new ArrayList<>(List.of("model", "x", "y\\n", "Stream", "é"));
        if (withProvider) {
            names.add("provider");
        }
        Collections.shuffle(names, random);
        RandomJson json = new RandomJson(random).blanks().raw("{").blanks();
        int modelStart = 0;
        int modelEnd = 0;
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            json.raw("\"" + name + "\"").blanks().raw(":").blanks();
            switch (name) {
                case "model" -> {
                    modelStart = json.length();
                    json.raw("\"m\\u0061é\"");
                    modelEnd = json.length();
                }
                case "provider" -> json.raw("\"p,\\\"}\"");
                default -> json.value(4);
            }
            json.blanks().raw(i + 1 < names.size() ? "," : "").blanks();
        }
        json.raw("}").blanks();
        return new Body(json.text(), modelStart, modelEnd, withProvider);
    }
}
