package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiDocumentTest {
    private final JsonNode root = ApiDocument.ADMIN.root();

    @Test
    void isAnOpenApiDocument() {
        JsonNode openApi = ApiDocument.read("/openapi/openapi-3.1-schema.json");

        assertThat(DocumentSchemas.problemsBy(openApi, root)).isEmpty();
    }

    @Test
    void refersOnlyToWhatItHas() {
        List<String> dangling = root.findValuesAsText("$ref").stream()
                .filter(reference -> root.at(reference.substring(1)).isMissingNode())
                .toList();

        assertThat(dangling).isEmpty();
    }

    @Test
    void usesEverythingItDefines() {
        List<String> used = root.findValuesAsText("$ref");
        List<String> unused = root.path("components").properties().stream()
                .filter(group -> !group.getKey().equals("securitySchemes"))
                .flatMap(group -> group.getValue().properties().stream()
                        .map(entry -> "#/components/" + group.getKey() + "/" + entry.getKey()))
                .filter(reference -> !used.contains(reference))
                .toList();

        assertThat(unused)
                .containsExactlyInAnyOrder(
                        "#/components/responses/MethodNotAllowed", "#/components/responses/HeadersTooLarge");
    }

    @Test
    void givesEachOperationAnIdOfItsOwn() {
        assertThat(root.findValuesAsText("operationId")).hasSize(39).doesNotHaveDuplicates();
    }

    @Test
    void holdsAnswersToItsSchemas() {
        JsonNode error = root.at("/components/schemas/Error");

        assertThat(ApiDocument.ADMIN
                        .schemas()
                        .problems(
                                error, Answer.parse("{\"error\": {\"message\": \"m\", \"code\": \"c\"}, \"more\": 1}")))
                .hasSizeGreaterThanOrEqualTo(2);
    }
}
