package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.contract.AdminClient.alias;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class AdminKeysTest extends AdminContract {
    private record Operation(String method, String path) {}

    AdminKeysTest(DatabaseKind kind) {
        super(kind);
    }

    @Test
    void areNeededForEveryOperation() {
        for (Operation operation : operations()) {
            Answer answer = call(admin.withoutKey(), operation);

            assertThat(answer.status()).as("%s", answer).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("missing_api_key");
        }
        assertThat(Journal.of(admin).of("secured")).isEmpty();
    }

    @Test
    void mustBeRightForEveryOperation() {
        for (Operation operation : operations()) {
            Answer answer = call(admin.withKey("wrong-key-0123456789"), operation);

            assertThat(answer.status()).as("%s", answer).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("invalid_api_key");
        }
        assertThat(Journal.of(admin).of("secured")).isEmpty();
    }

    @Test
    void areNeededWhereTheDataPlaneTakesAnyone() throws IOException {
        try (TestUpstream other = EchoingUpstream.start();
                RunningGateway open = setup(other, "")
                        .environment("AURORA_ALLOW_ANONYMOUS", "true")
                        .start()) {
            for (Operation operation : operations()) {
                Answer answer = call(AdminClient.of(open).withoutKey(), operation);

                assertThat(answer.status()).as("%s", answer).isEqualTo(403);
                assertThat(answer.code()).isEqualTo("admin_required");
            }
            assertThat(Journal.of(AdminClient.of(open)).changes()).isEmpty();
        }
    }

    @Test
    void nameWhoMadeAChange() {
        String name = freshName("signed");

        Answer answer = admin.withKey(ALICE)
                .put(alias(name), "{\"target\": \"gpt-x\"}")
                .header("X-Change-Author", "bob")
                .because("because")
                .send();

        assertThat(answer.json().path("updated_by").asText()).isEqualTo("alice");
        assertThat(Journal.of(admin).of(name)).singleElement().satisfies(change -> {
            assertThat(change.path("actor").asText()).isEqualTo("alice");
            assertThat(change.path("claimed_author").asText()).isEqualTo("bob");
            assertThat(change.path("reason").asText()).isEqualTo("because");
        });
    }

    /** Whoever has no right to send a body must not be able to take room for one. */
    @Test
    void areAskedForBeforeABodyIsRead() throws IOException {
        try (Socket socket =
                new Socket(gateway.uri("").getHost(), gateway.uri("").getPort())) {
            socket.setSoTimeout(10_000);
            String head = String.join(
                    "\r\n",
                    "POST /admin/api/v1/import?mode=merge HTTP/1.1",
                    "Host: x",
                    "Content-Type: application/yaml",
                    "Content-Length: 9000000",
                    "",
                    "");
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

            String status = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();

            assertThat(status).contains(" 401 ");
        }
    }

    @Test
    void mayComeAsApiKeyHeader() {
        assertThat(admin.withoutKey()
                        .get("/aliases")
                        .header("x-api-key", ALICE)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    private static Answer call(AdminClient client, Operation operation) {
        AdminCall call = client.call(operation.method(), operation.path());
        if (operation.method().equals("PUT")) {
            call.json(operation.path().startsWith("/aliases") ? Resource.ALIASES.body() : "{}");
        }
        if (operation.path().startsWith("/import")) {
            call.yaml("aliases:\n  secured: my-model\n");
        }
        return call.send();
    }

    private static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        ApiDocument.ADMIN.root().path("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> {
                    if (!method.equals("parameters")) {
                        operations.add(new Operation(method.toUpperCase(Locale.ROOT), filled(path.getKey())));
                    }
                }));
        assertThat(operations).hasSizeGreaterThan(12);
        return operations;
    }

    private static String filled(String template) {
        String path = template.replace("{name}", "secured")
                .replace("{selector}", "secured")
                .replace("{id}", "secured")
                .replace("{revision}", "1");
        return path.equals("/import") ? "/import?mode=merge" : path;
    }
}
