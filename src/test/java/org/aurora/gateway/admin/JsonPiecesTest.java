package org.aurora.gateway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.aurora.gateway.inbound.JsonAnswer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPiecesTest {
    private static final int SLACK_BYTES = 9_000;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 700, 701, 702, 10_000})
    void areTogetherTheListAsItIsWrittenInOne(int elements) throws IOException {
        List<Integer> numbers = IntStream.range(0, elements).boxed().toList();

        List<byte[]> pieces = pieces(ListedJson.array(numbers.stream(), JsonPiecesTest::write));

        assertThat(joined(pieces)).isEqualTo(JsonAnswer.bytes(json -> {
            json.writeStartArray();
            for (int number : numbers) {
                write(json, number);
            }
            json.writeEndArray();
        }));
        assertThat(pieces).allSatisfy(piece -> assertThat(piece).hasSizeLessThan(JsonPieces.PIECE_BYTES + SLACK_BYTES));
        assertThat(pieces).hasSizeGreaterThan(elements / 1_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5_000})
    void keepWhatStandsBeforeAndAfterTheList(int elements) throws IOException {
        ListedJson<Integer> list = new ListedJson<>(
                json -> {
                    json.writeStartObject();
                    json.writeArrayFieldStart("numbers");
                },
                IntStream.range(0, elements).boxed().iterator(),
                JsonGenerator::writeNumber,
                json -> {
                    json.writeEndArray();
                    json.writeBooleanField("all", true);
                    json.writeEndObject();
                });

        assertThat(new String(joined(pieces(list)), StandardCharsets.UTF_8))
                .isEqualTo("{\"numbers\":["
                        + String.join(
                                ",",
                                IntStream.range(0, elements)
                                        .mapToObj(Integer::toString)
                                        .toList())
                        + "],\"all\":true}");
    }

    private static void write(JsonGenerator json, int number) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", number);
        json.writeStringField("text", "é\"\n".repeat(number % 20));
        json.writeEndObject();
    }

    private static List<byte[]> pieces(ListedJson<Integer> list) throws IOException {
        JsonPieces<Integer> pieces = new JsonPieces<>(list);
        List<byte[]> all = new ArrayList<>();
        while (!pieces.complete()) {
            all.add(pieces.next());
        }
        return all;
    }

    private static byte[] joined(List<byte[]> pieces) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pieces.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }
}
