package org.aurora.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The JSON schemas inside an OpenAPI document, whose references begin at the document's root. */
final class DocumentSchemas {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode document;
    private final Map<JsonNode, JsonSchema> compiled = new ConcurrentHashMap<>();

    DocumentSchemas(JsonNode document) {
        this.document = document;
    }

    /** What is wrong with a value, one sentence each; empty when nothing is. */
    List<String> problems(JsonNode schema, JsonNode value) {
        return messages(compiled.computeIfAbsent(schema, this::compile), value);
    }

    /** What is wrong with a value by a schema that stands alone. */
    static List<String> problemsBy(JsonNode standalone, JsonNode value) {
        return messages(FACTORY.getSchema(standalone, STRICT), value);
    }

    private static List<String> messages(JsonSchema schema, JsonNode value) {
        return schema.validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private JsonSchema compile(JsonNode schema) {
        ObjectNode root = JSON.createObjectNode();
        root.put("$schema", DIALECT);
        root.set("components", document.path("components"));
        root.putArray("allOf").add(schema);
        return FACTORY.getSchema(root, STRICT);
    }

    /** The node itself, or the one that its reference names. */
    JsonNode followed(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isTextual() ? document.at(reference.asText().substring(1)) : node;
    }
}
