package org.aurora.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.junit.jupiter.api.Test;

class ChatCompletionsRouteTest {
    @Test
    void sendsTheRequestToTheProviderUnderItsOwnModelId() throws Exception {
        try (TestUpstream upstream = TestUpstream.answeringJson("{\"model\":\"gpt-x\"}");
                RunningGateway gateway = RunningGateway.inFrontOf(upstream)) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(gateway.uri("/v1/chat/completions"))
                                    .header("Authorization", "Bearer " + RunningGateway.MASTER_KEY)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            "{ \"model\" : \"up/gpt-x\", \"messages\":[] }"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(answer.body()).isEqualTo("{\"model\":\"gpt-x\"}");
            assertThat(upstream.takeRequest().bodyText()).isEqualTo("{ \"model\" : \"gpt-x\", \"messages\":[] }");
        }
    }
}
