package org.aurora.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.aurora.gateway.caller.KeyLists;
import org.aurora.gateway.caller.KeySettings;
import org.aurora.gateway.caller.KeyText;
import org.aurora.gateway.caller.ManagedKey;
import org.aurora.gateway.caller.UserPath;
import org.aurora.gateway.error.GatewayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyDocumentTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00.123Z");
    private static final KeySettings FULL = new KeySettings(
            "for the café",
            Optional.of(new UserPath("/team/alpha")),
            new KeyLists(Optional.of(List.of("openai/*", "fast")), List.of("gpt-x")),
            Optional.of(Instant.parse("2031-01-01T00:00:00Z")));

    private final KeyText text = KeyText.generate(new Random(1));

    @Test
    void readsBackWhatItWrites() {
        ManagedKey key = ManagedKey.create(text, FULL, NOW)
                .rotated(KeyText.generate(text.id(), new Random(2)).hash(), Duration.ofHours(1), NOW)
                .revoked(NOW);

        assertThat(KeyDocument.read(text.id(), KeyDocument.write(key))).isEqualTo(key);
    }

    @Test
    void readsBackAKeyWithoutLimits() {
        KeySettings plain = new KeySettings("plain", Optional.empty(), KeyLists.NONE, Optional.empty());
        ManagedKey key = ManagedKey.create(text, plain, NOW);

        assertThat(KeyDocument.read(text.id(), KeyDocument.write(key))).isEqualTo(key);
    }

    @Test
    void leavesTheHashesOutOfWhatIsShown() {
        KeyText next = KeyText.generate(text.id(), new Random(2));
        ManagedKey key = ManagedKey.create(text, FULL, NOW).rotated(next.hash(), Duration.ofHours(1), NOW);

        assertThat(KeyDocument.writeWithoutHashes(key))
                .contains("for the café", "rotated_at")
                .doesNotContain("hash", text.hash().hex(), next.hash().hex());
    }

    @Test
    void readsABody() {
        String body = """
                {"name": "for the café", "user_path": "team//alpha/", "allowed_models": ["openai/*", "fast", "fast"],
                 "denied_models": ["gpt-x"], "expires_at": "2031-01-01T01:00:00.0009+01:00"}
                """;

        assertThat(KeyDocument.readSettings(body)).isEqualTo(FULL);
    }

    @Test
    void tellsAnEmptyListFromNone() {
        assertThat(KeyDocument.readSettings("{\"name\": \"n\", \"allowed_models\": []}")
                        .lists()
                        .allowed())
                .contains(List.of());
        assertThat(KeyDocument.readSettings("{\"name\": \"n\", \"allowed_models\": null}")
                        .lists()
                        .allowed())
                .isEmpty();
    }

    @Test
    void passesOverWhatOnlyAViewHas() {
        String view = "{\"id\": \"x\", \"value\": \"sk_aurora_x\", \"name\": \"n\", \"state\": \"revoked\","
                + " \"created_at\": 7, \"revoked_at\": null, \"rotated_at\": null, \"grace_until\": null,"
                + " \"managed\": null, \"version\": 3, \"updated_at\": \"x\", \"updated_by\": \"y\"}";

        assertThat(KeyDocument.readSettings(view).name()).isEqualTo("n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "{\"name\": \"\"}",
                "{\"name\": \"  \"}",
                "{\"name\": null}",
                "{\"name\": \"a\\u0000b\"}",
                "{\"name\": [\"n\"]}",
                "{\"name\": \"n\", \"name\": \"m\"}",
                "{\"name\": \"n\", \"hash\": \"0\"}",
                "{\"name\": \"n\", \"retired\": []}",
                "{\"name\": \"n\", \"colour\": \"red\"}",
                "{\"name\": \"n\", \"user_path\": [\"/a\"]}",
                "{\"name\": \"n\", \"allowed_models\": \"gpt-x\"}",
                "{\"name\": \"n\", \"allowed_models\": [\"\"]}",
                "{\"name\": \"n\", \"denied_models\": [null]}",
                "{\"name\": \"n\", \"denied_models\": [\"a\\nb\"]}",
                "{\"name\": \"n\", \"expires_at\": \"tomorrow\"}",
                "{\"name\": \"n\", \"expires_at\": 1893456000}",
                "{\"name\": \"n\", \"expires_at\": \"2031-01-01\"}",
                "{\"name\": \"n\", \"expires_at\": \"2031-01-01T00:00:00\"}",
                "{\"name\": \"n\", \"expires_at\": \"2031-01-01T00:00Z\"}",
                "{\"name\": \"n\", \"expires_at\": \"2031-02-30T00:00:00Z\"}",
                "{\"name\": \"n\", \"expires_at\": \"2031-01-01T25:00:00Z\"}",
                "{\"name\": \"n\", \"expires_at\": \"9999-12-31T23:59:59-01:00\"}"
            })
    void refusesAnyOtherBody(String body) {
        assertThatThrownBy(() -> KeyDocument.readSettings(body)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void refusesAPathThatIsNone() {
        assertThatThrownBy(() -> KeyDocument.readSettings("{\"name\": \"n\", \"user_path\": \"/a/../b\"}"))
                .isInstanceOf(GatewayException.class);
    }

    @ParameterizedTest
    @CsvSource({"'', 86400", "{}, 86400", "0, 0", "0s, 0", "90, 90", "90s, 90", "5m, 300", "24h, 86400", "720h, 2592000"
    })
    void readsAGrace(String written, long seconds) {
        String body = written.isEmpty() || written.equals("{}") ? written : "{\"grace\": \"" + written + "\"}";

        assertThat(KeyDocument.readGrace(body)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1s", "1d", "721h", "24 h", "1.5h", "h", "", "PT1H", "999999999h", "24H"})
    void refusesAGraceThatIsNoneOrEndless(String written) {
        assertThatThrownBy(() -> KeyDocument.readGrace("{\"grace\": \"" + written + "\"}"))
                .isInstanceOf(ConfigurationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"hash\": \"deadbeefdeadbeef\"}", "{\"hash\": [\"deadbeefdeadbeef\"]}"})
    void neverRepeatsAHashThatIsWrong(String broken) {
        String json = "{\"name\": \"n\", \"denied_models\": [], \"created_at\": \"2030-01-01T00:00:00Z\", "
                + broken.substring(1);

        assertThatThrownBy(() -> KeyDocument.read("x", json))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining("deadbeef");
    }
}
