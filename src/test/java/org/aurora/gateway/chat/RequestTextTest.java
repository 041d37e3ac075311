package org.aurora.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTextTest {
    private static OptionalLong characters(String json) {
        return RequestText.characters(Bytes.of(json), "input");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "Gr\u00fc\u00df \u20ac \ud83d\ude00",
                "\\n\\\"\\\\",
                "\\u00e9\\ud83d\\ude00",
                "\\ud83d",
                "\\ude00\\ud83d",
                "\\ud83d\\ud83d\\ude00\\ude00"
            })
    void countsWhatADecoderWouldMakeOfIt(String token) throws Exception {
        String text = new ObjectMapper().readTree("\"" + token + "\"").textValue();

        assertThat(characters("{\"x\":{\"input\":\"no\"},\"input\" : \"" + token + "\"}"))
                .hasValue(text.codePointCount(0, text.length()));
    }

    @Test
    void countsNothingThatIsNoText() {
        assertThat(characters("{\"input\":[\"abc\"]}")).isEmpty();
        assertThat(characters("{\"Input\":\"abc\"}")).isEmpty();
    }
}
