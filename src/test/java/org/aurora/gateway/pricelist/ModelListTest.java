package org.aurora.gateway.pricelist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.aurora.gateway.pricing.PriceList;
import org.aurora.gateway.testing.TestUpstream;
import org.aurora.gateway.testing.UpstreamExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelListTest {
    private static final int MIB = 1 << 20;

    private final Path folder;
    private final List<PriceList> taken = new ArrayList<>();
    private final SetClock clock = new SetClock();

    ModelListTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** So many models, each with a price. */
    private static String list(int models) {
        StringBuilder rows = new StringBuilder("{");
        for (int i = 0; i < models; i++) {
            rows.append(i == 0 ? "" : ",")
                    .append("\"m" + i + "\": {\"litellm_provider\": \"openai\", \"input_cost_per_token\": 1e-6}");
        }
        return rows.append('}').toString();
    }

    private ModelList inFile(Path file) {
        return ModelList.inFile(file, folder, taken::add, clock);
    }

    private ModelList at(TestUpstream server) {
        return ModelList.at(URI.create(server.baseUrl() + "/list.json?secret"), folder, taken::add, clock);
    }

    private List<Integer> sizes() {
        return taken.stream().map(PriceList::size).toList();
    }

    private Path written(String text, int second) throws IOException {
        Path file = Files.writeString(folder.resolve("list.json"), text);
        return Files.setLastModifiedTime(file, FileTime.fromMillis(second * 1_000L));
    }

    @Test
    void isReadAgainWhenItsFileChanges() throws IOException {
        ModelList list = inFile(written(list(1), 1));
        list.refresh();
        list.refresh();
        written(list(2), 2);

        list.refresh();

        assertThat(sizes()).containsExactly(1, 2);
    }

    @Test
    void staysWhereItsFileIsNoListAnyMore() throws IOException {
        ModelList list = inFile(written(list(1), 1));
        list.refresh();
        written("{\"broken\": ", 2);

        list.refresh();

        assertThat(sizes()).containsExactly(1);
    }

    @Test
    void isKeptForTheNextStart() throws IOException {
        Path file = written(list(3), 1);
        inFile(file).refresh();
        Files.delete(file);
        taken.clear();

        ModelList next = inFile(file);
        next.restore();
        next.refresh();

        assertThat(sizes()).containsExactly(3);
    }

    @Test
    void isNotTakenFromAnotherSource() throws IOException {
        inFile(written(list(3), 1)).refresh();
        taken.clear();

        inFile(folder.resolve("another.json")).restore();

        assertThat(taken).isEmpty();
    }

    @Test
    void isFetchedOnceAnHour() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        try (TestUpstream server =
                TestUpstream.answering(exchange -> exchange.json(200, list(calls.incrementAndGet())))) {
            ModelList list = at(server);

            list.refresh();
            clock.forward(Duration.ofMinutes(59));
            list.refresh();
            clock.forward(Duration.ofMinutes(1));
            list.refresh();

            assertThat(sizes()).containsExactly(1, 2);
        }
    }

    @Test
    void isNotFetchedAgainWhileItIsTheSame() throws IOException {
        List<String> asked = new ArrayList<>();
        try (TestUpstream server = TestUpstream.answering(exchange -> {
            asked.add(exchange.header("if-none-match").orElse("-"));
            exchange.raw(
                    asked.size() > 1
                            ? "HTTP/1.1 304 Not Modified\r\ncontent-length: 0\r\n\r\n"
                            : "HTTP/1.1 200 OK\r\netag: \"v1\"\r\ncontent-length: " + list(1).length() + "\r\n\r\n"
                                    + list(1));
        })) {
            ModelList list = at(server);

            list.refresh();
            clock.forward(Duration.ofHours(1));
            list.refresh();

            assertThat(asked).containsExactly("-", "\"v1\"");
            assertThat(sizes()).containsExactly(1);
        }
    }

    @Test
    void isAskedForAgainSoonAfterAFailure() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        try (TestUpstream server =
                TestUpstream.answering(exchange -> exchange.json(calls.incrementAndGet() == 1 ? 500 : 200, list(1)))) {
            ModelList list = at(server);

            list.refresh();
            clock.forward(Duration.ofMinutes(1));
            list.refresh();

            assertThat(sizes()).containsExactly(1);
        }
    }

    @Test
    void isRefusedWhereItIsTooLong() throws IOException {
        try (TestUpstream server = TestUpstream.answering(ModelListTest::sendOneHundredMebibytes)) {
            ModelList list = at(server);

            list.refresh();

            assertThat(taken).isEmpty();
            try (var files = Files.walk(folder)) {
                assertThat(files.filter(Files::isRegularFile)
                                .mapToLong(file -> file.toFile().length()))
                        .allMatch(length -> length <= ModelListSource.MOST_BYTES);
            }
        }
    }

    @Test
    void hasNothingOfOneThatWasTooLongAtItsEnd() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        try (TestUpstream server = TestUpstream.answering(exchange -> {
            if (calls.incrementAndGet() == 1) {
                sendOneHundredMebibytes(exchange);
            } else {
                exchange.json(200, list(2));
            }
        })) {
            ModelList list = at(server);
            list.refresh();
            clock.forward(Duration.ofMinutes(1));

            list.refresh();

            assertThat(sizes()).containsExactly(2);
            try (var files = Files.walk(folder)) {
                assertThat(files.filter(Files::isRegularFile).toList())
                        .singleElement()
                        .satisfies(file -> assertThat(file).hasContent(list(2)));
            }
        }
    }

    /** A list that would be good, were there not so much of it. */
    private static void sendOneHundredMebibytes(UpstreamExchange exchange) throws IOException {
        String start = list(1);
        exchange.raw("HTTP/1.1 200 OK\r\ncontent-length: " + (100L * MIB + start.length()) + "\r\n\r\n" + start);
        byte[] blanks = " ".repeat(MIB).getBytes(StandardCharsets.US_ASCII);
        try {
            for (int i = 0; i < 100; i++) {
                exchange.raw(blanks);
            }
        } catch (IOException e) {
            exchange.close();
        }
    }

    @Test
    void isRefusedWhereItsFileIsTooLong() throws IOException {
        Path file = Files.write(folder.resolve("list.json"), new byte[(int) ModelListSource.MOST_BYTES + 1]);

        inFile(file).refresh();

        assertThat(taken).isEmpty();
    }

    /** A clock that stands still. */
    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
