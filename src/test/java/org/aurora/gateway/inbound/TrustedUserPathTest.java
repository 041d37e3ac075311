package org.aurora.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.aurora.gateway.testing.MadeKey;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Behind a proxy that names the place of each caller. */
class TrustedUserPathTest {
    private static TestUpstream upstream;
    private static RunningGateway gateway;

    /** An integrator's own hook that says where the caller is. */
    private static final String HOOK = """
            - route:
                id: own
                from:
                  uri: direct:on-request-resolved
                  steps:
                    - setHeader: { name: upstream.x-place, simple: "${variable.caller.userPath}" }
            """;

    @BeforeAll
    static void start() {
        upstream = TestUpstream.answeringJson("{}");
        gateway = RunningGateway.with(RunningGateway.yamlFor(upstream))
                .environment("AURORA_ALLOW_ANONYMOUS", "true")
                .environment("TRUST_USER_PATH_HEADER", "true")
                .file("custom/routes/own.camel.yaml", HOOK)
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        gateway.close();
        upstream.close();
    }

    @Test
    void isBelievedWithoutAKey() throws Exception {
        assertThat(placeOf(RawRequest.post("/v1/chat/completions"))).contains("/team/beta");
    }

    @Test
    void isBelievedOfAKeyWithoutAPlace() throws Exception {
        String key = MadeKey.at(gateway, "{\"name\": \"pathless\"}").value();

        assertThat(placeOf(RawRequest.post("/v1/chat/completions").header("x-api-key: " + key)))
                .contains("/team/beta");
    }

    @Test
    void isNotBelievedOfAKeyWithAnotherPlace() throws Exception {
        String key = MadeKey.at(gateway, "{\"name\": \"alpha\", \"user_path\": \"/team/alpha\"}")
                .value();
        RawRequest request = RawRequest.post("/v1/chat/completions").header("x-api-key: " + key);

        try (RawConnection connection = RawConnection.to(gateway)) {
            assertThat(connection
                            .exchange(request.header("X-Aurora-User-Path: /team/beta"))
                            .body())
                    .contains("user_path_not_allowed");
        }
    }

    private static String placeOf(RawRequest request) throws Exception {
        try (RawConnection connection = RawConnection.to(gateway)) {
            assertThat(connection
                            .exchange(request.header("X-Aurora-User-Path: /team/beta"))
                            .status())
                    .isEqualTo(200);
        }
        return upstream.takeRequest().header("x-place").orElse("");
    }
}
