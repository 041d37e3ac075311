package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asking for models now, and what a change of models does to what was built on them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefreshTest {
    private final ModelServer upstream = new ModelServer();
    private final RunningGateway gateway;
    private final AdminClient admin;

    RefreshTest() {
        upstream.lists("one", "a", "b");
        upstream.lists("two", "c");
        gateway = RunningGateway.with("providers:\n" + upstream.yaml("one") + upstream.yaml("two")
                        + "  dark: { type: openai }\naliases:\n  regular: one/a\n  upper: regular\n  other: two/c\n")
                .polling()
                .start();
        admin = AdminClient.of(gateway);
    }

    @BeforeEach
    void asItWas() {
        upstream.lists("one", "a", "b");
        admin.post("/runtime/refresh").send();
    }

    @AfterAll
    void close() throws IOException {
        gateway.close();
        upstream.close();
    }

    @Test
    void reportsOnEachProvider() {
        assertThat(admin.post("/runtime/refresh").send().items())
                .extracting(report -> report.path("name").asText() + " "
                        + report.path("state").asText() + " " + report.path("models"))
                .containsExactly("one ok 2", "two ok 1", "dark off 0");
    }

    @Test
    void asksOnlyTheOneThatIsMeant() {
        int before = upstream.asked("two");

        Answer answer =
                admin.post("/runtime/refresh").json("{\"provider\": \"one\"}").send();

        assertThat(answer.items())
                .extracting(report -> report.path("name").asText())
                .containsExactly("one");
        assertThat(upstream.asked("two")).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"provider\": \"three\"}|404", "{\"provider\": 1}|400", "{\"providers\": \"one\"}|400", "[]|400"
            })
    void refusesWhatItDoesNotKnow(String body, int status) {
        assertThat(admin.post("/runtime/refresh").json(body).send().status()).isEqualTo(status);
    }

    @Test
    void saysWhatAChangeBroke() {
        admin.put("/model-overrides/one%2Fa", "{\"enabled\": true}").send();
        upstream.lists("one", "b", "new");

        JsonNode change = admin.post("/runtime/refresh")
                .json("{\"provider\": \"one\"}")
                .send()
                .json()
                .path(0)
                .path("change");

        assertThat(change.path("added")).isEqualTo(Answer.parse("[\"new\"]"));
        assertThat(change.path("gone")).isEqualTo(Answer.parse("[\"a\"]"));
        assertThat(change.path("broken_aliases")).isEqualTo(Answer.parse("[\"regular\", \"upper\"]"));
        assertThat(change.path("idle_rules")).isEqualTo(Answer.parse("[\"one/a\"]"));
        assertThat(ProviderReport.of(admin, "one").path("last_change")).isEqualTo(change);
        admin.delete("/model-overrides/one%2Fa").send();
    }

    @Test
    void keepsWritesAndPollsFromUndoingEachOther() {
        upstream.lists("one", "a", "b", "later");
        admin.put("/aliases/late", "{\"target\": \"one/later\"}").send();
        admin.post("/runtime/refresh").send();
        admin.put("/aliases/later-still", "{\"target\": \"late\"}").send();

        assertThat(VisibleModels.at(gateway).ids()).contains("late", "later-still", "one/later");
        admin.delete("/aliases/later-still").send();
        admin.delete("/aliases/late").send();
    }

    @Test
    void neverShowsAKey() {
        assertThat(admin.get("/providers/status").send().text())
                .doesNotContain("sk-")
                .contains("API_KEY");
    }

    /** In a gateway of its own, which has asked nobody within the last minute but once, at its start. */
    @Test
    void asksAtMostOnceAMinuteForAModelThatNobodyKnows() {
        upstream.lists("asked", "a");
        try (RunningGateway other = RunningGateway.with("providers:\n" + upstream.yaml("asked"))
                .polling()
                .start()) {
            await().until(() -> VisibleModels.at(other).of("asked").size() == 1);

            for (int i = 0; i < 5; i++) {
                assertThat(Chat.at(other).reaches("asked/unknown")).isEqualTo("404 model_not_found");
            }

            await().during(Duration.ofSeconds(2)).until(() -> upstream.asked("asked") == 1);
        }
    }
}
