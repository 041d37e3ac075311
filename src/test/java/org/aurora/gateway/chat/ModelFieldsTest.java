package org.aurora.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModelFieldsTest {
    @Test
    void findsTheModelAndItsPlace() {
        String body = "{ \"n\" : 1 , \"model\" : \"gpt-4o\" }";

        ModelFields fields = read(body);

        assertThat(fields.model()).isEqualTo("gpt-4o");
        assertThat(textAt(body, fields.modelValue())).isEqualTo("\"gpt-4o\"");
    }

    @Test
    void decodesEveryEscapeInTheModel() {
        assertThat(read("{\"model\":\"\\\"\\\\\\/\\u0041\\u00E9\\ud83d\\ude00é😀\"}")
                        .model())
                .isEqualTo("\"\\/Aé😀é😀");
    }

    @Test
    void asksForNoStreamAndNoProviderUnlessTold() {
        ModelFields fields = read("{\"model\":\"m\"}");

        assertThat(fields.stream()).isFalse();
        assertThat(fields.provider()).isEmpty();
        assertThat(fields.providerMember()).isEmpty();
        assertThat(fields.streamOptions()).isEmpty();
    }

    @Test
    void readsStreamAsABoolean() {
        assertThat(read("{\"model\":\"m\",\"stream\":true}").stream()).isTrue();
        assertThat(read("{\"model\":\"m\",\"stream\":false}").stream()).isFalse();
        assertThat(read("{\"model\":\"m\",\"stream\":null}").stream()).isFalse();
    }

    @Test
    void takesAStringProviderForItsOwn() {
        String body = "{\"model\":\"m\",\"provider\":\"open\\u0061i\"}";

        ModelFields fields = read(body);

        assertThat(fields.provider()).contains("openai");
        assertThat(fields.providerMember()).hasValueSatisfying(member -> assertThat(textAt(body, member))
                .isEqualTo(",\"provider\":\"open\\u0061i\""));
    }

    @Test
    void leavesAProviderOfAnotherTypeToUpstream() {
        ModelFields fields = read("{\"model\":\"m\",\"provider\":{\"order\":[\"a\"]}}");

        assertThat(fields.provider()).isEmpty();
        assertThat(fields.providerMember()).isEmpty();
    }

    @Test
    void takesAnEmptyProviderForNoneButRemovesIt() {
        ModelFields fields = read("{\"provider\":\"\",\"model\":\"m\"}");

        assertThat(fields.provider()).isEmpty();
        assertThat(fields.providerMember()).contains(new ByteRange(1, 15));
    }

    @Test
    void knowsWhetherTheCallerSpokeOfIncludeUsage() {
        assertThat(saysIncludeUsage("{}")).isFalse();
        assertThat(saysIncludeUsage("null")).isFalse();
        assertThat(saysIncludeUsage("{\"x\":{\"include_usage\":true}}")).isFalse();
        assertThat(saysIncludeUsage("{\"a\":1,\"include_usage\":false}")).isTrue();
        assertThat(saysIncludeUsage("{\"include_\\u0075sage\":null}")).isTrue();
        assertThat(saysIncludeUsage("{\"Include_Usage\":true}")).isTrue();
    }

    @Test
    void findsThePlaceOfTheStreamOptions() {
        String body = "{\"stream_options\" : {\"a\":[1]} ,\"model\":\"m\"}";

        assertThat(read(body).streamOptions()).hasValueSatisfying(options -> assertThat(textAt(body, options.value()))
                .isEqualTo("{\"a\":[1]}"));
    }

    @Test
    void countsCharactersOfTheModelAndNotBytesOrEscapes() {
        assertThat(read("{\"model\":\"" + "😀".repeat(256) + "\"}").model()).hasSize(512);
        assertThat(read("{\"model\":\"" + "\\ud83d\\ude00".repeat(256) + "\"}").model())
                .hasSize(512);
    }

    private static boolean saysIncludeUsage(String options) {
        return read("{\"model\":\"m\",\"stream_options\":" + options + "}")
                .streamOptions()
                .orElseThrow()
                .saysIncludeUsage();
    }

    private static ModelFields read(String body) {
        return ModelFields.read(Bytes.of(body));
    }

    private static String textAt(String body, ByteRange range) {
        return Bytes.text(Bytes.of(body)).substring(range.start(), range.end());
    }
}
