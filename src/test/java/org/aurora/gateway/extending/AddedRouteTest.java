package org.aurora.gateway.extending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.extending.Custom.get;
import static org.aurora.gateway.extending.Custom.send;
import static org.aurora.gateway.extending.Custom.withKey;

import java.net.http.HttpResponse;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AddedRouteTest {
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = Custom.example(RunningGateway.with("providers: {}"), "routes/acme-hello.camel.yaml")
                .start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void answersOnItsOwnPathWithoutAKey() throws Exception {
        HttpResponse<String> answer = send(get(gateway, "/acme/hello"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        assertThat(answer.body()).isEqualTo("{\"greeting\":\"hello\"}");
    }

    @Test
    void readsPlaceholdersOfItsPathAndAnswersWithItsOwnStatus() throws Exception {
        HttpResponse<String> answer = send(withKey(get(gateway, "/acme/projects/apollo")));

        assertThat(answer.statusCode()).isEqualTo(203);
        assertThat(answer.body()).isEqualTo("master asked for apollo");
    }

    @Test
    void usesTheGatewaysAuthenticationWhereItWantsTo() throws Exception {
        HttpResponse<String> answer = send(get(gateway, "/acme/projects/apollo"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("www-authenticate")).contains("Bearer");
        assertThat(answer.body()).contains("missing_api_key");
    }

    @Test
    void refusesInTheShapeOfAllErrorsAndStopsThere() throws Exception {
        HttpResponse<String> answer = send(withKey(get(gateway, "/acme/projects/mercury")));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("x-should-retry")).contains("false");
        assertThat(answer.body())
                .isEqualTo("{\"error\":{\"message\":\"There is no such project; ask for apollo.\","
                        + "\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"project_not_found\"}}");
    }

    @Test
    void sharesThePortsAnswersToWrongMethods() throws Exception {
        HttpResponse<String> answer = send(Custom.post(gateway, "/acme/hello", "{}"));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).contains("GET, HEAD");
    }

    @Test
    void leavesTheGatewaysOwnPathsAsTheyWere() throws Exception {
        assertThat(send(withKey(get(gateway, "/v1/models"))).statusCode()).isEqualTo(200);
    }
}
