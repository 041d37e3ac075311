package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.contract.AdminClient.alias;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.aurora.gateway.testing.Caller;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists too long to be sent whole, which are made while they are sent. */
@OnBothDatabases
class LongListsTest extends AdminContract {
    private static final int ALIASES = 3_000;
    private static final String LIST = "/admin/api/v1/aliases";

    LongListsTest(DatabaseKind kind) {
        super(kind);
    }

    @BeforeEach
    void fill() {
        if (admin.get("/aliases/long-0").send().status() == 404) {
            Answer imported =
                    admin.post("/import?mode=replace").yaml(document()).send();

            assertThat(imported.header("content-length")).isEmpty();
            assertThat(imported.json().path("applied").asBoolean()).isTrue();
            assertThat(imported.json().path("changes"))
                    .extracting(change -> change.path("name").asText())
                    .containsExactlyElementsOf(names());
        }
    }

    private static String document() {
        StringBuilder yaml = new StringBuilder("aliases:\n");
        names().forEach(name -> yaml.append("  ")
                .append(name)
                .append(": {target: my-model, description: \"é ")
                .append(name)
                .append("\"}\n"));
        return yaml.toString();
    }

    private static List<String> names() {
        return IntStream.range(0, ALIASES).mapToObj(i -> "long-" + i).toList();
    }

    @Test
    void holdEachAsItIsShownByItself() {
        Answer list = admin.get("/aliases").send();

        assertThat(list.header("content-length")).isEmpty();
        assertThat(list.header("content-type")).contains("application/json");
        assertThat(list.items())
                .extracting(view -> view.path("name").asText())
                .containsExactlyElementsOf(names().stream().sorted().toList());
        for (String name : List.of("long-0", "long-1500", "long-2999")) {
            JsonNode shown = admin.get(alias(name)).send().json();
            assertThat(list.items()).contains(shown);
        }
    }

    @Test
    void areTheSameBytesEachTime() {
        byte[] first = admin.get("/aliases").send().response().body();

        assertThat(admin.get("/aliases").send().response().body()).isEqualTo(first);
    }

    @Test
    void areTheSameBytesAtTheNewestRevision() {
        long newest =
                admin.get("/settings/status").send().json().path("revision").asLong();

        byte[] past = admin.get("/aliases?at=" + newest).send().response().body();

        assertThat(past).isEqualTo(admin.get("/aliases").send().response().body());
    }

    @Test
    void areAsTheyWereAtAnEarlierRevision() {
        assertThat(admin.get("/aliases?at=1000").send().items()).hasSize(1_000);
    }

    @Test
    void haveAHeadWithoutABody() throws IOException {
        try (Socket socket = gateway.connect()) {
            socket.setSoTimeout(10_000);
            send(socket, "HEAD " + LIST + " HTTP/1.1\r\nconnection: close");

            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(all)
                    .startsWith("HTTP/1.1 200 ")
                    .contains("application/json")
                    .endsWith("\r\n\r\n");
            assertThat(all.indexOf("\r\n\r\n")).isEqualTo(all.length() - 4);
        }
    }

    @Test
    void endWithTheConnectionForOldClients() throws IOException {
        try (Socket socket = gateway.connect()) {
            socket.setSoTimeout(10_000);
            send(socket, "GET " + LIST + " HTTP/1.0");

            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(all).startsWith("HTTP/1.").doesNotContainIgnoringCase("transfer-encoding");
            assertThat(Answer.parse(all.substring(all.indexOf("\r\n\r\n")))).hasSize(ALIASES);
        }
    }

    @Test
    void leaveNothingBehindWhereTheirCallersLeaveInTheMiddle() throws IOException {
        for (int i = 0; i < 20; i++) {
            try (Caller caller = Caller.of(gateway)) {
                caller.get(LIST);
                assertThat(caller.head().status()).isEqualTo(200);
                caller.chunk();
                caller.leave();
            }
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> gateway.openCalls() == 0);
        assertThat(admin.get("/aliases").send().items()).hasSize(ALIASES);
    }

    /** More callers than there are threads for them. */
    @Test
    void waitForSlowCallersWithoutHoldingUpOthers() throws IOException {
        Caller[] slow = new Caller[8];
        for (int i = 0; i < slow.length; i++) {
            slow[i] = Caller.of(gateway);
            slow[i].get(LIST);
            assertThat(slow[i].head().status()).isEqualTo(200);
        }

        assertThat(admin.get("/aliases").send().items()).hasSize(ALIASES);

        byte[] whole = admin.get("/aliases").send().response().body();
        for (Caller caller : slow) {
            assertThat(caller.chunks()).isEqualTo(whole);
            caller.close();
        }
    }

    private void send(Socket socket, String lines) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((lines + "\r\nhost: gateway\r\nauthorization: Bearer " + RunningGateway.MASTER_KEY + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
