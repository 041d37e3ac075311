package org.aurora.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {
    private static final Path BODIES = Path.of("src/test/resources/bodies");

    static List<Path> bodies() throws IOException {
        List<Path> bodies = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(BODIES, "*.json")) {
            files.forEach(file -> bodies.add(file.getFileName()));
        }
        return bodies;
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void changesTheModelAndOurProviderAndNothingElse(Path name) throws IOException {
        byte[] body = Files.readAllBytes(BODIES.resolve(name));

        RequestBody spliced = RequestBody.naming(body, ModelFields.read(body), "up/stream-1");

        byte[] expected = Files.readAllBytes(BODIES.resolve("spliced").resolve(name));
        assertThat(Bytes.joined(spliced.buffers())).isEqualTo(expected);
        assertThat(spliced.length()).isEqualTo(expected.length);
    }

    @Test
    void sharesTheBytesOfTheCaller() {
        byte[] body = Bytes.of("{\"model\":\"a\",\"n\":1}");

        List<ByteBuffer> buffers =
                RequestBody.naming(body, ModelFields.read(body), "b").buffers();

        assertThat(buffers).hasSize(3);
        assertThat(buffers.get(0).array()).isSameAs(body);
        assertThat(buffers.get(2).array()).isSameAs(body);
    }

    @Test
    void keepsTheSpellingOfAModelThatStays() {
        assertThat(named("{\"model\":\"\\u0061\\/b\"}", "a/b")).isEqualTo("{\"model\":\"\\u0061\\/b\"}");
    }

    @Test
    void takesOutTheProviderEvenWhereTheModelStays() {
        assertThat(named("{\"provider\":\"p\",\"model\":\"\\u0061\"}", "a")).isEqualTo("{\"model\":\"\\u0061\"}");
    }

    @Test
    void escapesTheNewModelSoThatItStaysOneString() {
        assertThat(named("{\"model\":\"m\"}", "a\"},\\\u0001\n/\u007f"))
                .isEqualTo("{\"model\":\"a\\\"},\\\\\\u0001\\u000a/\u007f\"}");
    }

    @Test
    void writesTheNewModelInAscii() {
        assertThat(named("{\"model\":\"m\"}", "é😀")).isEqualTo("{\"model\":\"\\u00e9\\ud83d\\ude00\"}");
    }

    @Test
    void canBeSentSeveralTimes() {
        byte[] body = Bytes.of("{\"model\":\"a\"}");
        RequestBody spliced = RequestBody.naming(body, ModelFields.read(body), "b");

        byte[] first = Bytes.joined(spliced.buffers());

        assertThat(Bytes.joined(spliced.buffers())).isEqualTo(first);
    }

    private static String named(String body, String model) {
        byte[] bytes = Bytes.of(body);
        return Bytes.text(Bytes.joined(
                RequestBody.naming(bytes, ModelFields.read(bytes), model).buffers()));
    }

    private static String asking(String body) {
        byte[] bytes = Bytes.of(body);
        return RequestBody.naming(bytes, ModelFields.read(bytes), "b")
                .askingForUsage()
                .map(asking -> Bytes.text(asking.toByteArray()))
                .orElse("nothing added");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"stream\":true,\"model\":\"a\"}|{\"stream\":true,\"model\":\"b\",\"stream_options\":{U}}",
                "{\"model\":\"b\" ,\"stream\":true}|{\"model\":\"b\",\"stream_options\":{U} ,\"stream\":true}",
                "{\"model\":\"a\",\"provider\":\"p\",\"stream\":true}|{\"model\":\"b\",\"stream_options\":{U},\"stream\":true}",
                "{\"provider\":\"p\",\"model\":\"a\",\"stream\":true}|{\"model\":\"b\",\"stream_options\":{U},\"stream\":true}",
                "{\"model\":\"a\",\"stream\":true,\"stream_options\":null}|{\"model\":\"b\",\"stream\":true,\"stream_options\":{U}}",
                "{\"model\":\"a\",\"stream\":true,\"stream_options\":{ }}|{\"model\":\"b\",\"stream\":true,\"stream_options\":{U }}",
                "{\"stream_options\":{ \"x\":[1.50]},\"stream\":true,\"model\":\"a\"}|{\"stream_options\":{U, \"x\":[1.50]},\"stream\":true,\"model\":\"b\"}",
            })
    void asksForUsageAndChangesNothingElse(String body, String expected) {
        assertThat(asking(body)).isEqualTo(expected.replace("U", "\"include_usage\":true"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"model\":\"a\"}",
                "{\"model\":\"a\",\"stream\":false}",
                "{\"model\":\"a\",\"stream\":true,\"stream_options\":{\"include_usage\":false}}",
                "{\"model\":\"a\",\"stream\":true,\"stream_options\":{\"include_usage\":null}}",
                "{\"model\":\"a\",\"stream\":true,\"stream_options\":{\"x\":1,\"Include_Usage\":true}}",
                "{\"model\":\"a\",\"stream\":true,\"Stream_Options\":{}}",
                "{\"model\":\"a\",\"Stream\":true}"
            })
    void doesNotAskWhereNoStreamIsWantedOrTheCallerSaidItself(String body) {
        assertThat(asking(body)).isEqualTo("nothing added");
    }
}
