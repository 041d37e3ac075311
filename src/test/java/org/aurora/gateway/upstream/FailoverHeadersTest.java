package org.aurora.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.aurora.gateway.testing.Caller;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.aurora.gateway.testing.UpstreamExchange;
import org.junit.jupiter.api.Test;

class FailoverHeadersTest {
    private static final String HOOK = """
            - route:
                id: everyones
                from:
                  uri: direct:on-request-resolved
                  steps:
                    - setHeader: { name: upstream.x-everyones, constant: hook }
            """;

    private static final String OWN_HEADER =
            "        - setHeader: { name: upstream.x-only-mine, constant: secret-of-one }\n";

    @Test
    void whatOneProvidersKameletAddsDoesNotReachTheNext() throws Exception {
        String kamelet = Files.readString(Path.of("kamelets/openai-provider.kamelet.yaml"))
                .replace("openai-provider", "lone-provider")
                .replace("      steps:\n", "      steps:\n" + OWN_HEADER);
        try (TestUpstream one = TestUpstream.answering(exchange -> exchange.json(429, "{}"));
                TestUpstream two = TestUpstream.answeringJson("{}");
                RunningGateway gateway = RunningGateway.with("""
                                providers:
                                  one: { type: lone, base_url: "%s", models: [m] }
                                  two: { type: openai, base_url: "%s", api_key: sk-two, models: [m] }
                                aliases: { steady: { strategy: failover, targets: [one/m, two/m] } }
                                """.formatted(one.baseUrl(), two.baseUrl()))
                        .file("custom/kamelets/lone-provider.kamelet.yaml", kamelet)
                        .file("custom/routes/everyones.camel.yaml", HOOK)
                        .start();
                Caller caller = Caller.of(gateway)) {
            caller.chat("steady");
            UpstreamExchange toOne = one.takeRequest();
            UpstreamExchange toTwo = two.takeRequest();

            assertThat(toOne.header("x-only-mine")).contains("secret-of-one");
            assertThat(toTwo.header("x-only-mine")).isEmpty();
            assertThat(toTwo.header("x-everyones")).contains("hook");
        }
    }
}
