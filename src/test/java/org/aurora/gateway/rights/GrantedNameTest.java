package org.aurora.gateway.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.aurora.gateway.testing.MadeKey;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.ScriptedProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A name is granted without the model behind it, and what stands behind it stays untold. */
class GrantedNameTest {
    private static final ScriptedProvider PROVIDER = ScriptedProvider.start();
    private static final RunningGateway GATEWAY = RunningGateway.with(RunningGateway.yamlFor(PROVIDER.upstream()) + """
                      metered:
                        type: vllm
                        base_url: "http://127.0.0.1:9"
                        models: [{ id: m, metadata: { display_name: "Telling Name" } }]
                    aliases:
                      metered-alias: { target: "metered/m", access: alias }
                      granted: { target: "up/gpt-x", access: alias, response_model: requested }
                    model_overrides:
                      "up/": { user_paths: ["/team/alpha"] }
                      "metered/": { user_paths: ["/team/alpha"] }
                      "granted": { user_paths: ["/team"] }
                    """)
            .start();

    private static App beta = App.withoutKey(GATEWAY);
    private static App alpha = App.withoutKey(GATEWAY);

    @BeforeAll
    static void makeKeys() throws Exception {
        alpha = App.of(MadeKey.at(GATEWAY, "{\"name\": \"alpha\", \"user_path\": \"/team/alpha\"}"));
        beta = App.of(MadeKey.at(GATEWAY, "{\"name\": \"beta\", \"user_path\": \"/team/beta\"}"));
        PROVIDER.answersJson("{\"model\": \"gpt-x-2026\", \"choices\": []}");
    }

    @AfterAll
    static void close() {
        GATEWAY.close();
        PROVIDER.close();
    }

    @Test
    void isCalledByThoseWhoMayNotUseTheModel() throws IOException {
        assertThat(beta.chat("granted").status()).isEqualTo(200);
        assertThat(beta.chat("up/gpt-x").status()).isEqualTo(403);
        assertThat(beta.listed()).containsExactly("granted", "metered-alias");
    }

    @Test
    void doesNotTellThemWhichModelItIs() throws IOException {
        App.Answer answer = beta.chat("granted");

        assertThat(answer.head() + answer.body()).doesNotContain("gpt-x").doesNotContain("x-aurora");
    }

    @Test
    void isShownWithoutWhatIsKnownOfTheModel() throws IOException {
        assertThat(beta.get("/v1/models").body()
                        + beta.get("/v1/models/metered-alias").body())
                .contains("metered-alias")
                .doesNotContain("Telling Name");
        assertThat(alpha.get("/v1/models/metered-alias").body()).contains("Telling Name");
    }

    @Test
    void tellsThoseWhoMayUseTheModelWhichItIs() throws IOException {
        App.Answer answer = alpha.chat("granted");

        assertThat(answer.header("x-aurora-provider")).contains("up");
        assertThat(answer.header("x-aurora-model")).contains("gpt-x");
    }
}
