package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnBothDatabases
class RuntimeTest extends AdminContract {
    RuntimeTest(DatabaseKind kind) {
        super(kind);
    }

    @Test
    void reportsEachProviderInConfiguredOrder() {
        List<JsonNode> providers = admin.post("/runtime/refresh").send().items().toList();

        assertThat(providers)
                .extracting(report -> report.path("name").asText())
                .containsExactly("openai-primary", "second");
        assertThat(providers)
                .extracting(report -> report.path("models").asInt())
                .containsExactly(3, 2);
        assertThat(providers)
                .extracting(report -> report.path("source").asText())
                .containsOnly("configured");
    }

    @Test
    void servesItsOwnDocument() {
        assertThat(admin.get("/openapi.json").send().json()).isEqualTo(ApiDocument.ADMIN.root());
    }

    @ParameterizedTest
    @CsvSource({
        "POST,   /aliases",
        "DELETE, /aliases",
        "PATCH,  /aliases/x",
        "POST,   /model-overrides/x",
        "PUT,    /changes",
        "GET,    /changes/1/revert",
        "POST,   /export",
        "GET,    /import",
        "GET,    /runtime/refresh",
        "PUT,    /openapi.json"
    })
    void namesTheMethodsThatAPathHas(String method, String path) {
        Answer answer = admin.call(method, path).json("{}").send();

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("allow").orElse("")).doesNotContain(method);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /aliases?colour=red",
        "GET,    /aliases/x?colour=red",
        "GET,    /export?at=1",
        "GET,    /openapi.json?x=1",
        "POST,   /runtime/refresh?provider=second",
        "PUT,    /aliases/x?dry_run=true",
        "DELETE, /aliases/x?at=1"
    })
    void refusesQueriesItDoesNotKnow(String method, String path) {
        AdminCall call = admin.call(method, path);

        Answer answer =
                method.equals("PUT") ? call.json(Resource.ALIASES.body()).send() : call.send();

        assertThat(answer.status()).isEqualTo(400);
    }
}
