package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.contract.AdminClient.authKey;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aurora.gateway.caller.KeyHash;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a key opens with is in the answer that makes it and in the journal's table as a hash, and nowhere else. */
@OnBothDatabases
class KeySecretsTest extends AdminContract {
    KeySecretsTest(DatabaseKind kind) {
        super(kind);
    }

    @Test
    void areInNoViewNoChangeNoExportAndNoError() {
        JsonNode key = made("guarded");
        JsonNode rotated = admin.post(path(key) + "/rotate").send().json();
        List<Answer> answers = List.of(
                admin.get(path(key)).send(),
                admin.get("/auth-keys").send(),
                admin.put(path(key), "{\"name\": \"renamed\"}").send(),
                admin.put(path(key), "{\"name\": \"renamed\"}").ifMatch("\"1\"").send(),
                admin.get("/changes?limit=200").send(),
                admin.get("/changes?kind=key").send(),
                admin.get("/export").send(),
                admin.post("/import?mode=dry_run").yaml("aliases: {}\n").send(),
                admin.post("/changes/1/revert").send(),
                admin.post(path(key) + "/deactivate").send());

        for (Answer answer : answers) {
            assertThat(answer.text()).doesNotContain(guarded(key)).doesNotContain(guarded(rotated));
        }
    }

    @Test
    void leaveTheHistoryReadable() {
        JsonNode key = made("told");
        admin.put(path(key), "{\"name\": \"retold\", \"user_path\": \"/a\"}").send();

        List<JsonNode> changes = Journal.of(admin).of(key.path("id").asText());

        assertThat(changes)
                .hasSize(2)
                .allMatch(change -> change.path("kind").asText().equals("key"));
        assertThat(changes.get(1).path("before").path("name").asText()).isEqualTo("told");
        assertThat(changes.get(1).path("after").path("user_path").asText()).isEqualTo("/a");
        assertThat(changes.get(0).path("before").isNull()).isTrue();
    }

    @Test
    void areInNoLogEvenWhereItSaysMost() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger all = (Logger) LoggerFactory.getLogger("org.aurora.gateway");
        Logger access = (Logger) LoggerFactory.getLogger("aurora.access");
        lines.start();
        all.setLevel(Level.TRACE);
        all.addAppender(lines);
        access.addAppender(lines);
        try {
            JsonNode key = made("logged");
            chat.withKey(key.path("value").asText()).reaches("my-model");
            JsonNode rotated = admin.post(path(key) + "/rotate")
                    .json("{\"grace\": 0}")
                    .send()
                    .json();
            chat.withKey(key.path("value").asText()).reaches("my-model");
            insertUnreadable(key);
            await().until(() -> chat.withKey(rotated.path("value").asText())
                    .reaches("my-model")
                    .equals("401 invalid_api_key"));

            assertThat(text(lines))
                    .contains("cannot be read")
                    .doesNotContain(guarded(key))
                    .doesNotContain(guarded(rotated));
        } finally {
            all.detachAppender(lines);
            access.detachAppender(lines);
            all.setLevel(null);
        }
    }

    /** A row that nobody can read may be the one that revokes the key: it opens nothing from then on. */
    private void insertUnreadable(JsonNode key) {
        String hash = KeyHash.of(key.path("value").asText()).hex();
        long revision = Journal.of(admin).revision() + 1;
        database.execute("INSERT INTO setting_change (revision, kind, name, version, actor, at_millis, value) VALUES ("
                + revision + ", 'key', '" + key.path("id").asText() + "', 3, 'hand', 0, '{\"hash\": \"" + hash
                + "\", \"colour\": 1}')");
        assertThat(admin.get("/changes?limit=1").send().text()).doesNotContain(hash);
    }

    @Test
    void areKeptInFilesThatTheirOwnerAloneReads() throws Exception {
        JsonNode key = made("kept");
        String hash = KeyHash.of(key.path("value").asText()).hex();
        Path kept = dataFolder().resolve("settings.jsonl");

        await().until(() -> Files.exists(kept) && Files.readString(kept).contains(hash));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(kept)).doesNotContain(key.path("value").asText());
    }

    private Path dataFolder() {
        String configured = database.environment().get("AURORA_DATA_DIR");
        return configured == null ? gateway.home().resolve("data") : Path.of(configured);
    }

    private static String text(ListAppender<ILoggingEvent> lines) {
        return List.copyOf(lines.list).stream()
                .flatMap(line -> Stream.of(
                        line.getFormattedMessage(),
                        line.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(line.getThrowableProxy())))
                .collect(Collectors.joining("\n"));
    }

    /** What may be seen of a key but once: the secret and every hash of it. */
    private static CharSequence[] guarded(JsonNode key) {
        String value = key.path("value").asText();
        return new CharSequence[] {value.substring(23), KeyHash.of(value).hex()};
    }

    private JsonNode made(String name) {
        return admin.post("/auth-keys")
                .json("{\"name\": \"" + name + "\"}")
                .send()
                .json();
    }

    private static String path(JsonNode key) {
        return authKey(key.path("id").asText());
    }
}
