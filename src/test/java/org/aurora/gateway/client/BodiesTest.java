package org.aurora.gateway.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aurora.gateway.testing.RandomJson;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.ScriptedProvider;
import org.aurora.gateway.testing.Seed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The provider gets the caller's bytes: another model is named, our provider is taken out, and that is all. Calls are
 * not recorded here, so that no stream is asked what it used.
 */
class BodiesTest {
    private static final Path BODIES = Path.of("src/test/resources/bodies");
    private static final String SENT_MODEL = "\"up/stream-1\"";
    private static final int RANDOM_BODIES = 300;
    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(1_000_000)
                    .maxNumberLength(1_000_000)
                    .build())
            .build());

    private static final ScriptedProvider PROVIDER = ScriptedProvider.start();
    private static RunningGateway gateway;
    private static PlainClient client;

    /** A body around its model's value. */
    private record Generated(String what, String before, String after) {
        String around(String model) {
            return before + model + after;
        }

        @Override
        public String toString() {
            return what;
        }
    }

    @BeforeAll
    static void start() throws IOException {
        Set<String> names = new TreeSet<>(Set.of("m"));
        for (Path body : bodies()) {
            names.add(nameIn(Files.readAllBytes(BODIES.resolve(body))));
        }
        String aliases = names.stream()
                .map(name -> "  " + PlainClient.quoted(name) + ": \"vault/up/stream-1\"\n")
                .collect(Collectors.joining());
        gateway = RunningGateway.with("""
                providers:
                  vault: { type: vllm, base_url: "%s", models: ["up/stream-1"] }
                aliases:
                %s""".formatted(PROVIDER.upstream().baseUrl(), aliases))
                .environment("USAGE_ENABLED", "false")
                .start();
        client = PlainClient.of(gateway);
        PROVIDER.answersJson("{}");
    }

    @AfterAll
    static void close() {
        gateway.close();
        PROVIDER.close();
    }

    /** What a caller asks for who sends this body. */
    private static String nameIn(byte[] body) throws IOException {
        JsonNode fields = JSON.readTree(body);
        String provider =
                fields.path("provider").isTextual() ? fields.path("provider").textValue() : "";
        String model = fields.path("model").textValue();
        return provider.isEmpty() ? model : provider + "/" + model;
    }

    static List<Path> bodies() throws IOException {
        List<Path> bodies = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(BODIES, "*.json")) {
            files.forEach(file -> bodies.add(file.getFileName()));
        }
        return bodies;
    }

    static Stream<Generated> generated() {
        return Stream.of(
                new Generated("every character", "{\"x\":\"" + everyCharacter() + "\",\"model\":", "}"),
                new Generated("eight megabytes", "{\"model\":", ",\"x\":\"" + "A".repeat(8 << 20) + "\"}"),
                new Generated("ten thousand fields", "{\"model\":", "," + manyFields(10_000) + "}"),
                new Generated("lists in lists", "{\"x\":" + "[".repeat(255) + "]".repeat(255) + ",\"model\":", "}"),
                new Generated(
                        "white space", " \r\n\t".repeat(20_000) + "{\"model\"\n:\t", "\r\n}" + " ".repeat(70_000)),
                new Generated(
                        "numbers", "{\"x\":[1e400,-0,0.1000,1E+2,-0.0e-0," + "9".repeat(40) + "],\"model\":", "}"),
                new Generated("a model in a string", "{\"x\":\"\\\",\\\"model\\\":\\\"y\\\"\",\"model\":", "}"));
    }

    private static String everyCharacter() {
        return IntStream.rangeClosed(0x20, Character.MAX_CODE_POINT)
                .filter(point -> point != '"' && point != '\\')
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String manyFields(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "\"x%d\":%d".formatted(number % 10, number))
                .collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void changesTheModelAndOurProviderAndNothingElse(Path name) throws Exception {
        byte[] expected = Files.readAllBytes(BODIES.resolve("spliced").resolve(name));

        byte[] sent = sentFor(HttpRequest.BodyPublishers.ofFile(BODIES.resolve(name)));

        assertThat(sent).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("generated")
    void changesNothingButTheModelInOddBodies(Generated body) throws Exception {
        byte[] sent = sentFor(HttpRequest.BodyPublishers.ofString(body.around("\"m\"")));

        assertThat(sent).isEqualTo(body.around(SENT_MODEL).getBytes(UTF_8));
    }

    @ParameterizedTest
    @MethodSource("generated")
    void changesNothingButTheModelInBodiesThatComeInChunks(Generated body) throws Exception {
        byte[] bytes = body.around("\"\\u006d\"").getBytes(UTF_8);

        byte[] sent = sentFor(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));

        assertThat(sent).isEqualTo(body.around(SENT_MODEL).getBytes(UTF_8));
    }

    @Test
    void changesNothingButTheModelInRandomBodies() throws Exception {
        long seed = Seed.next("BodiesTest");
        Random random = new Random(seed);
        for (int i = 0; i < RANDOM_BODIES; i++) {
            Generated body = randomBody(random);

            byte[] sent = sentFor(HttpRequest.BodyPublishers.ofString(body.around("\"m\"")));

            assertThat(new String(sent, UTF_8))
                    .as("body %d of seed %d", i, seed)
                    .isEqualTo(body.around(SENT_MODEL));
        }
    }

    private static Generated randomBody(Random random) {
        RandomJson before = new RandomJson(random).blanks().raw("{").blanks();
        before.raw("\"x\"")
                .blanks()
                .raw(":")
                .blanks()
                .value(4)
                .blanks()
                .raw(",\"model\"")
                .blanks()
                .raw(":")
                .blanks();
        RandomJson after = new RandomJson(random)
                .blanks()
                .raw(",\"y\":")
                .value(4)
                .blanks()
                .raw("}")
                .blanks();
        return new Generated("random", before.text(), after.text());
    }

    private static byte[] sentFor(HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        PROVIDER.answersJson("{}");
        assertThat(client.post(body).statusCode()).isEqualTo(200);
        return PROVIDER.request().body();
    }
}
