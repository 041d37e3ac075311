package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The OpenAPI document, held against real answers: a status, content type, header or field that it does not mention
 * is a failure.
 */
final class ApiDocument {
    static final String BASE = "/admin/api/v1";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");
    /** Headers that mean something to clients and must be documented where they are sent. */
    private static final List<String> TELLING = List.of("etag", "allow", "location", "www-authenticate");

    static final ApiDocument ADMIN = new ApiDocument("/openapi/admin.json");

    private final JsonNode root;
    private final DocumentSchemas schemas;

    private ApiDocument(String resource) {
        root = read(resource);
        schemas = new DocumentSchemas(root);
    }

    static JsonNode read(String resource) {
        try (InputStream in = Objects.requireNonNull(ApiDocument.class.getResourceAsStream(resource), resource)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode root() {
        return root;
    }

    DocumentSchemas schemas() {
        return schemas;
    }

    /**
     * Fails unless the answer is one that the document promises for the call.
     *
     * @param path with its query, without {@link #BASE}
     */
    void check(String method, String path, byte[] requestBody, Answer answer) {
        int query = path.indexOf('?');
        Optional<JsonNode> item = pathItem(query < 0 ? path : path.substring(0, query));
        Optional<JsonNode> operation =
                item.map(found -> found.path(method.toLowerCase(Locale.ROOT))).filter(JsonNode::isObject);
        JsonNode response = response(item.isPresent(), operation, answer);
        checkHeaders(response, answer);
        checkContent(response, answer);
        if (answer.status() < 300) {
            operation.ifPresent(found -> checkAccepted(found, requestBody, answer));
        }
    }

    private Optional<JsonNode> pathItem(String path) {
        return root.path("paths").properties().stream()
                .filter(entry -> matches(entry.getKey(), path))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean matches(String template, String path) {
        return path.matches(PLACEHOLDER.matcher(template).replaceAll("[^/]+"));
    }

    private JsonNode response(boolean served, Optional<JsonNode> operation, Answer answer) {
        int status = answer.status();
        if (status == 431) {
            return component("HeadersTooLarge");
        }
        if (operation.isEmpty()) {
            assertThat(status).as("what is not in the document: %s", answer).isEqualTo(served ? 405 : 404);
            return component(served ? "MethodNotAllowed" : "NotFound");
        }
        JsonNode response = operation.get().path("responses").path(Integer.toString(status));
        assertThat(response.isObject()).as("a documented status: %s", answer).isTrue();
        return schemas.followed(response);
    }

    private JsonNode component(String name) {
        return schemas.followed(root.path("components").path("responses").path(name));
    }

    private void checkHeaders(JsonNode response, Answer answer) {
        HttpHeaders sent = answer.response().headers();
        JsonNode documented = response.path("headers");
        documented.properties().forEach(entry -> {
            JsonNode header = schemas.followed(entry.getValue());
            Optional<String> value = sent.firstValue(entry.getKey());
            assertThat(value.isPresent() || !header.path("required").asBoolean())
                    .as("header %s in %s, which has %s", entry.getKey(), answer, sent.map())
                    .isTrue();
            value.ifPresent(text -> assertThat(schemas.problems(
                            header.path("schema"), JSON.getNodeFactory().textNode(text)))
                    .as("header %s: %s in %s", entry.getKey(), text, answer)
                    .isEmpty());
        });
        List<String> names = documented.properties().stream()
                .map(entry -> entry.getKey().toLowerCase(Locale.ROOT))
                .toList();
        Stream<String> untold = TELLING.stream()
                .filter(name -> sent.firstValue(name).isPresent())
                .filter(name -> !names.contains(name));
        assertThat(untold).as("undocumented headers of %s", answer).isEmpty();
    }

    private void checkContent(JsonNode response, Answer answer) {
        JsonNode content = response.path("content");
        if (!content.isObject()) {
            assertThat(answer.text()).as("no body is documented: %s", answer).isEmpty();
            return;
        }
        String type = answer.header("content-type").orElse("none").split(";", 2)[0];
        assertThat(content.has(type)).as("content type %s of %s", type, answer).isTrue();
        if (type.equals("application/json")) {
            assertThat(schemas.problems(content.path(type).path("schema"), answer.json()))
                    .as("the document's schema for %s", answer)
                    .isEmpty();
        }
    }

    /** What the server accepts, the document must allow. */
    private void checkAccepted(JsonNode operation, byte[] requestBody, Answer answer) {
        JsonNode body = operation.path("requestBody");
        JsonNode schema = body.path("content").path("application/json").path("schema");
        boolean leftOut = requestBody.length == 0 && !body.path("required").asBoolean();
        if (schema.isObject() && !leftOut) {
            assertThat(schemas.problems(schema, Answer.parse(new String(requestBody, StandardCharsets.UTF_8))))
                    .as("the document's schema for the request of %s", answer)
                    .isEmpty();
        }
    }
}
