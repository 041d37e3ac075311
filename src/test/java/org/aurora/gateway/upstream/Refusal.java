package org.aurora.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.aurora.gateway.testing.Caller;

/** What every error of the gateway's own must be, whatever the provider did. */
final class Refusal {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Refusal() {}

    /** An error object of that code which tells nothing of hosts, ports, keys or exceptions. */
    static void assertRefused(Caller.Answer answer, int status, String code) throws IOException {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("content-type")).contains("application/json");
        JsonNode error = JSON.readTree(answer.body()).path("error");
        assertThat(error.path("code").asText()).isEqualTo(code);
        assertThat(error.path("type").asText()).isEqualTo("upstream_error");
        assertThat(error.has("param")).isTrue();
        assertThat(error.path("message").asText())
                .isNotEmpty()
                .doesNotContain("127.0.0.1", "localhost", "invalid.", "sk-", "://", "Exception", "java", "netty")
                .doesNotContainPattern("[0-9]{2}");
    }
}
