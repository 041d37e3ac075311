package org.aurora.gateway.discovery;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aurora.gateway.inventory.DroppedIds;
import org.aurora.gateway.inventory.LearnedModel;
import org.aurora.gateway.inventory.Origin;
import org.aurora.gateway.inventory.ProviderKnowledge;

/** Knowledge about one provider as JSON, for files and tables of the gateway's own. */
final class KnowledgeJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.USE_LONG_FOR_INTS)
            // Prices stay as they were written.
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private KnowledgeJson() {}

    static String write(ProviderKnowledge known) {
        ObjectNode node = JSON.createObjectNode();
        node.put("provider", known.origin().provider());
        node.put("type", known.origin().type());
        node.put("base_url", known.origin().baseUrl());
        node.put("polled_at", known.polledAt().toString());
        known.problem().ifPresent(problem -> node.put("problem", problem));
        node.put("failures", known.failures());
        known.learnedAt().ifPresent(at -> node.put("learned_at", at.toString()));
        DroppedIds dropped = known.dropped();
        node.putArray("dropped")
                .add(dropped.blank())
                .add(dropped.repeated())
                .add(dropped.tooLong())
                .add(dropped.invalid());
        ArrayNode models = node.putArray("models");
        for (LearnedModel model : known.models()) {
            ObjectNode item = models.addObject().put("id", model.id());
            if (!model.metadata().isEmpty()) {
                item.set("metadata", JSON.valueToTree(model.metadata()));
            }
        }
        return node.toString();
    }

    /**
     * What was written.
     *
     * @throws UncheckedIOException or another exception where it is something else
     */
    static ProviderKnowledge read(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            JsonNode dropped = node.path("dropped");
            return new ProviderKnowledge(
                    new Origin(text(node, "provider"), text(node, "type"), text(node, "base_url")),
                    Instant.parse(text(node, "polled_at")),
                    Optional.ofNullable(node.get("problem")).map(JsonNode::asText),
                    node.path("failures").asInt(),
                    Optional.ofNullable(node.get("learned_at")).map(at -> Instant.parse(at.asText())),
                    models(node.path("models")),
                    new DroppedIds(
                            dropped.path(0).asInt(),
                            dropped.path(1).asInt(),
                            dropped.path(2).asInt(),
                            dropped.path(3).asInt()),
                    false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }

    private static List<LearnedModel> models(JsonNode items) throws IOException {
        List<LearnedModel> models = new ArrayList<>();
        for (JsonNode item : items) {
            JsonNode metadata = item.path("metadata");
            models.add(new LearnedModel(
                    text(item, "id"),
                    metadata.isObject() ? JSON.readerFor(FIELDS).readValue(metadata) : Map.of()));
        }
        return models;
    }
}
