package org.aurora.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.aurora.gateway.testing.Caller;
import org.aurora.gateway.testing.NoLeaks;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.aurora.gateway.testing.UpstreamExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How each type of provider is spoken to: what its kamelet makes of a request. */
@ExtendWith(NoLeaks.class)
class ProviderTypesTest {
    private static final String HOOK = """
            - route:
                id: mark-requests
                from:
                  uri: direct:on-request-resolved
                  steps:
                    - setHeader: { name: upstream.x-foo, constant: from-the-hook }
                    - setHeader: { name: x-bar, constant: stays-here }
            """;

    private static TestUpstream upstream;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        upstream = TestUpstream.answeringJson("{}");
        StringBuilder yaml = new StringBuilder("providers:\n");
        for (String type : List.of(
                "openai",
                "openrouter",
                "groq",
                "deepseek",
                "xai",
                "zai",
                "minimax",
                "mistral",
                "gemini",
                "oracle",
                "ollama",
                "anthropic",
                "vllm")) {
            yaml.append(provider(type, type, "/" + type, "api_key: sk-" + type + ","));
        }
        yaml.append(provider("open-vllm", "vllm", "", ""));
        yaml.append(provider("azure", "azure", "/openai/deployments/x/", "api_key: sk-azure,"));
        yaml.append(provider("azure-old", "azure", "", "api_key: sk-azure, api_version: 2023-05-15,"));
        gateway = RunningGateway.with(yaml.toString())
                .file("custom/routes/hook.camel.yaml", HOOK)
                .start();
    }

    private static String provider(String name, String type, String path, String more) {
        return String.format(
                Locale.ROOT,
                "  %s: { type: %s, base_url: \"%s\", %s models: [m] }%n",
                name,
                type,
                upstream.baseUrl() + path,
                more);
    }

    private static UpstreamExchange sentTo(String provider, String... headerLines) throws Exception {
        try (Caller caller = Caller.of(gateway)) {
            caller.post("/v1/chat/completions", "{\"model\":\"" + provider + "/m\"}", headerLines);
            assertThat(caller.answer().status()).isEqualTo(200);
            return upstream.takeRequest();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openai",
                "openrouter",
                "groq",
                "deepseek",
                "xai",
                "zai",
                "minimax",
                "mistral",
                "gemini",
                "oracle",
                "ollama",
                "anthropic",
                "vllm"
            })
    void speaksToATypeAsToOpenAi(String type) throws Exception {
        UpstreamExchange request = sentTo(type);

        assertThat(request.requestLine()).isEqualTo("POST /v1/" + type + "/chat/completions HTTP/1.1");
        assertThat(request.header("authorization")).contains("Bearer sk-" + type);
        assertThat(request.bodyText()).isEqualTo("{\"model\":\"m\"}");
    }

    @Test
    void sendsNoKeyWhereNoneIsConfigured() throws Exception {
        UpstreamExchange request = sentTo("open-vllm", "x-api-key: sk-of-the-caller");

        assertThat(request.header("authorization")).isEmpty();
        assertThat(request.headerLines()).noneMatch(line -> line.contains("sk-") || line.contains("test-master"));
    }

    @Test
    void sendsAzureItsBareKeyAndAVersion() throws Exception {
        UpstreamExchange request = sentTo("azure");

        assertThat(request.requestLine())
                .isEqualTo("POST /v1/openai/deployments/x/chat/completions?api-version=2024-10-21 HTTP/1.1");
        assertThat(request.header("api-key")).contains("sk-azure");
        assertThat(request.header("authorization")).isEmpty();
    }

    @Test
    void sendsAzureTheVersionThatIsConfigured() throws Exception {
        assertThat(sentTo("azure-old").requestLine())
                .isEqualTo("POST /v1/chat/completions?api-version=2023-05-15 HTTP/1.1");
    }

    @Test
    void sendsTheHeaderThatAHookAddressedToTheProvider() throws Exception {
        UpstreamExchange request = sentTo("openai");

        assertThat(request.header("x-foo")).contains("from-the-hook");
        assertThat(request.header("x-bar")).isEmpty();
    }

    @Test
    void sendsNoHeaderThatOnlyAHookMayAddress() throws Exception {
        UpstreamExchange request = sentTo("openai", "upstream.x-evil: 1", "UPSTREAM.authorization: Bearer evil");

        assertThat(request.headerLines()).noneMatch(line -> line.contains("evil"));
        assertThat(request.header("authorization")).contains("Bearer sk-openai");
    }

    @Test
    void sendsTheCallersHeadersThatConcernTheProvider() throws Exception {
        UpstreamExchange request = sentTo(
                "openai",
                "openai-beta: assistants=v2, other",
                "x-stainless-lang: java",
                "user-agent: app/1",
                "traceparent: 00-a-b-01",
                "accept: application/json",
                "cookie: session=1",
                "x-forwarded-for: 10.0.0.1",
                "x-aurora-user-path: /a",
                "accept-encoding: gzip");

        assertThat(request.header("openai-beta")).contains("assistants=v2, other");
        assertThat(request.header("x-stainless-lang")).contains("java");
        assertThat(request.header("user-agent")).contains("app/1");
        assertThat(request.header("traceparent")).contains("00-a-b-01");
        assertThat(request.header("accept")).contains("application/json");
        assertThat(request.headerLines())
                .noneMatch(line -> line.matches("(?i)(cookie|x-forwarded-for|x-aurora.*|accept-encoding):.*"));
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        upstream.close();
    }
}
