package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ConcurrentWritersTest extends AdminContract {
    private static final int WRITERS = 32;

    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);

    ConcurrentWritersTest(DatabaseKind kind) {
        super(kind);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void onDifferentNamesAllSucceed() throws Exception {
        String stem = freshName("each");

        List<Answer> answers = together(writer ->
                admin.put("/aliases/" + stem + "." + writer, numbered(writer)).send());

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        Journal journal = Journal.of(admin);
        journal.assertWhole();
        IntStream.range(0, WRITERS).forEach(writer -> assertThat(journal.of(stem + "." + writer))
                .singleElement()
                .satisfies(change -> assertThat(number(change.path("after"))).isEqualTo(writer)));
    }

    @Test
    void onOneNameEachGetAVersionOfTheirOwn() throws Exception {
        String name = freshName("one");

        List<Answer> answers = together(
                writer -> admin.put("/aliases/" + name, numbered(writer)).send());

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(200, 201);
        List<JsonNode> changes = Journal.of(admin).of(name);
        Journal.of(admin).assertWhole();
        assertThat(changes).hasSize(WRITERS);
        for (int writer = 0; writer < WRITERS; writer++) {
            int version = answers.get(writer).json().path("version").asInt();
            assertThat(number(changes.get(version - 1).path("after"))).isEqualTo(writer);
            assertThat(number(answers.get(writer).json())).isEqualTo(writer);
        }
        assertThat(admin.get("/aliases/" + name).send().etag()).isEqualTo("\"" + WRITERS + "\"");
    }

    @Test
    void createANameOnce() throws Exception {
        String name = freshName("once");

        List<Answer> answers = together(writer ->
                admin.put("/aliases/" + name, numbered(writer)).ifAbsent().send());

        assertThat(answers).extracting(Answer::status).containsOnly(201, 412).containsOnlyOnce(201);
        assertThat(Journal.of(admin).of(name)).hasSize(1);
        Journal.of(admin).assertWhole();
    }

    @Test
    void replaceAVersionOnce() throws Exception {
        String name = storedAlias("version");

        List<Answer> answers = together(writer ->
                admin.put("/aliases/" + name, numbered(writer)).ifMatch("\"1\"").send());

        assertThat(answers).extracting(Answer::status).containsOnly(200, 412).containsOnlyOnce(200);
        assertThat(answers).extracting(Answer::etag).containsOnly("\"2\"");
        assertThat(Journal.of(admin).of(name)).hasSize(2);
    }

    @Test
    void deleteANameOnce() throws Exception {
        String name = storedAlias("deleted");

        List<Answer> answers =
                together(writer -> admin.delete("/aliases/" + name).send());

        assertThat(answers).extracting(Answer::status).containsOnly(204, 404).containsOnlyOnce(204);
        assertThat(Journal.of(admin).of(name)).hasSize(2);
    }

    @Test
    void loseNoUpdate() throws Exception {
        String path = "/aliases/" + freshName("counter");
        admin.put(path, numbered(0)).send();

        together(writer -> addOne(path));

        assertThat(number(admin.get(path).send().json())).isEqualTo(WRITERS);
        Journal.of(admin).assertWhole();
    }

    @Test
    void formNoCycleBetweenThem() throws Exception {
        String stem = freshName("ring");

        List<Answer> answers = together(writer -> {
            String ring = stem + writer / 4 + ".";
            String next = ring + (writer + 1) % 4;
            return admin.put("/aliases/" + ring + writer % 4, "{\"target\": \"" + next + "\"}")
                    .send();
        });

        assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(WRITERS / 4);
    }

    private Answer addOne(String path) {
        while (true) {
            Answer current = admin.get(path).send();
            Answer written = admin.put(path, numbered(number(current.json()) + 1))
                    .ifMatch(current.etag())
                    .send();
            if (written.status() == 200) {
                return written;
            }
            assertThat(written.status()).as("%s", written).isEqualTo(412);
        }
    }

    /** Runs one call per writer, all beginning at once; the answers are in the writers' order. */
    private List<Answer> together(IntFunction<Answer> call) throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(WRITERS);
        List<Callable<Answer>> calls = IntStream.range(0, WRITERS)
                .<Callable<Answer>>mapToObj(writer -> () -> {
                    start.await();
                    return call.apply(writer);
                })
                .toList();
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> answer : threads.invokeAll(calls)) {
            answers.add(answer.get());
        }
        return answers;
    }

    private static String numbered(int number) {
        return "{\"target\": \"my-model\", \"description\": \"" + number + "\"}";
    }

    private static int number(JsonNode settings) {
        return settings.path("description").asInt(-1);
    }
}
