package org.aurora.gateway.chat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileBodyTest {
    private static final String BODY = "{\"model\":\"m\",\"x\":\"\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "{",
                "}",
                "{}{}",
                "[]",
                "null",
                "\"model\"",
                "1",
                "[{\"model\":\"m\"}]",
                "{\"model\":\"m\"",
                "{\"model\":\"m\",",
                "{\"model\":\"m\",}",
                "{,\"model\":\"m\"}",
                "{\"model\":\"m\"]",
                "{\"model\":\"m\"} x",
                "{\"model\":\"m\"}{\"model\":\"n\"}",
                "{\"model\":\"m\"}\u0000",
                "{\"model\" \"m\"}",
                "{\"model\":}",
                "{\"model\"}",
                "{model:\"m\"}",
                "{'model':'m'}",
                "{\"model\":\"m}",
                "{\"model\":\"m\\",
                "{\"model\":\"m\\\"}",
                "{\"model\":\"\\x41\"}",
                "{\"model\":\"\\u00g0\"}",
                "{\"model\":\"\\u00",
                "{\"model\":\"a\nb\"}",
                "{\"model\":\"a\tb\"}",
                "{\"model\":\"m\" \"n\":1}",
                "{\"model\":\"m\",\"x\":[1,]}",
                "{\"model\":\"m\",\"x\":[1 2]}",
                "{\"model\":\"m\",\"x\":[1}",
                "{\"model\":\"m\",\"x\":01}",
                "{\"model\":\"m\",\"x\":+1}",
                "{\"model\":\"m\",\"x\":-}",
                "{\"model\":\"m\",\"x\":.5}",
                "{\"model\":\"m\",\"x\":5.}",
                "{\"model\":\"m\",\"x\":1e}",
                "{\"model\":\"m\",\"x\":1e+}",
                "{\"model\":\"m\",\"x\":0x10}",
                "{\"model\":\"m\",\"x\":1a}",
                "{\"model\":\"m\",\"x\":NaN}",
                "{\"model\":\"m\",\"x\":Infinity}",
                "{\"model\":\"m\",\"x\":tru}",
                "{\"model\":\"m\",\"x\":True}",
                "{\"model\":\"m\",\"x\":nullx}",
                "{\"model\":\"m\",\"x\":undefined}",
                "{\"model\":\"m\"/* */}",
                "{\"model\":\"m\"} // end",
                "\u00a0{\"model\":\"m\"}",
                "\f{\"model\":\"m\"}",
                "\ufeff{\"model\":\"m\"}",
                "model=m&stream=true",
                "data: {\"model\":\"m\"}",
            })
    void refusesWhatIsNotOneJsonObject(String body) {
        assertThat(refusal(Bytes.of(body)).code()).isEqualTo(ErrorCode.INVALID_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0080",
                "\u00bf",
                "\u00c0\u00af",
                "\u00c1\u0081",
                "\u00c3",
                "\u00c3(",
                "\u00e0\u0080\u00af",
                "\u00e0\u009f\u00bf",
                "\u00e2\u0082",
                "\u00ed\u00a0\u0080",
                "\u00ed\u00b0\u0080",
                "\u00f0\u008f\u00bf\u00bf",
                "\u00f0\u009f\u0098",
                "\u00f4\u0090\u0080\u0080",
                "\u00f5\u0080\u0080\u0080",
                "\u00f8\u0088\u0080\u0080\u0080",
                "\u00fe",
                "\u00ff"
            })
    void refusesBytesThatAreNotUtf8(String badBytes) {
        byte[] body = ("{\"model\":\"m\",\"x\":\"" + badBytes + "\"}").getBytes(ISO_8859_1);

        assertThat(refusal(body).message()).contains("not UTF-8");
    }

    @Test
    void refusesBytesThatAreNotUtf8InANameAtAnyDepth() {
        byte[] body = "{\"model\":\"m\",\"x\":[{\"\u00ff\":1}]}".getBytes(ISO_8859_1);

        assertThat(refusal(body).code()).isEqualTo(ErrorCode.INVALID_JSON);
    }

    static Stream<Charset> wideCharsets() {
        return Stream.of(UTF_16LE, UTF_16BE, Charset.forName("UTF-32LE"), Charset.forName("UTF-32BE"));
    }

    @ParameterizedTest
    @MethodSource("wideCharsets")
    void guessesNoOtherEncoding(Charset charset) {
        assertThat(refusal(BODY.getBytes(charset)).code()).isEqualTo(ErrorCode.INVALID_JSON);
    }

    @Test
    void refusesEveryCutOfABody() {
        byte[] body = Bytes.of("{\"model\":\"m\\u00e9é😀\",\"a\":[1.5e+3,true,null,{\"b\":\"\\\\\"}]}");

        for (int length = 0; length < body.length; length++) {
            byte[] cut = Arrays.copyOf(body, length);
            assertThat(refusal(cut).code()).as("cut at %d", length).isEqualTo(ErrorCode.INVALID_JSON);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"x\":"})
    void refusesNestingOfTwoHundredAndFiftySeven(String open) {
        String close = open.equals("[") ? "]" : "}";
        String body = "{\"model\":\"m\",\"x\":" + open.repeat(256) + "1" + close.repeat(256) + "}";

        assertThat(refusal(Bytes.of(body)).message()).contains("deeper than 256");
    }

    @Test
    void refusesAMillionOpenBracketsWithoutOverflowingTheStack() {
        assertThat(refusal(Bytes.of("{\"x\":" + "[".repeat(1_000_000))).code()).isEqualTo(ErrorCode.INVALID_JSON);
    }

    @Test
    void tellsThePlaceAndNothingOfTheBody() {
        GatewayException refusal = refusal(Bytes.of("{\"model\":\"m\",\n \"é\": sk-secret}"));

        assertThat(refusal.message()).contains("line 2, column 7").doesNotContain("sk", "secret", "é");
        assertThat(refusal.param()).isEmpty();
    }

    static Stream<Arguments> doubledFields() {
        return Stream.of(
                arguments("model", "{\"model\":\"a\",\"model\":\"a\"}"),
                arguments("model", "{\"model\":\"a\",\"x\":1,\"mod\\u0065l\":\"b\"}"),
                arguments("model", "{\"\\u006d\\u006f\\u0064\\u0065\\u006c\":\"a\",\"model\":\"b\"}"),
                arguments("model", "{\"model\":\"a\",\"Model\":\"b\"}"),
                arguments("model", "{\"MODEL\":\"a\",\"model\":\"b\"}"),
                arguments("model", "{\"Model\":\"a\",\"MODEL\":\"b\"}"),
                arguments("model", "{\"model\":\"a\",\"mODE\\u004C\":null}"),
                arguments("provider", "{\"model\":\"a\",\"provider\":\"b\",\"provider\":{}}"),
                arguments("provider", "{\"model\":\"a\",\"provider\":{},\"Provider\":\"b\"}"),
                arguments("provider", "{\"model\":\"a\",\"provider\":{},\"prov\u0131der\":\"b\"}"),
                arguments("stream", "{\"model\":\"a\",\"stream\":true,\"stream\":true}"),
                arguments("stream", "{\"model\":\"a\",\"stream\":true,\"\u017ftream\":false}"),
                arguments("stream", "{\"model\":\"a\",\"\\u017fTREAM\":true,\"stream\":false}"),
                arguments("stream_options", "{\"model\":\"a\",\"stream_options\":{},\"stream_options\":null}"),
                arguments("stream_options", "{\"model\":\"a\",\"stream_options\":{},\"\u017ftream_option\u017f\":{}}"),
                arguments("model", "{\"model\":1,\"model\":\"\",\"stream\":7}"));
    }

    @ParameterizedTest
    @MethodSource("doubledFields")
    void refusesAFieldTwiceInAnySpelling(String field, String body) {
        assertRefused(body, ErrorCode.DUPLICATE_FIELD, field);
    }

    static Stream<Arguments> fieldsAtFault() {
        return Stream.of(
                arguments("{}", ErrorCode.MISSING_MODEL, "model"),
                arguments("{\"x\":{\"model\":\"m\"}}", ErrorCode.MISSING_MODEL, "model"),
                arguments("{\" model\":\"m\"}", ErrorCode.MISSING_MODEL, "model"),
                arguments("{\"Model\":\"m\"}", ErrorCode.MISSING_MODEL, "model"),
                arguments("{\"model\":null}", ErrorCode.INVALID_MODEL, "model"),
                arguments("{\"model\":1}", ErrorCode.INVALID_MODEL, "model"),
                arguments("{\"model\":true}", ErrorCode.INVALID_MODEL, "model"),
                arguments("{\"model\":[\"m\"]}", ErrorCode.INVALID_MODEL, "model"),
                arguments("{\"model\":{\"id\":\"m\"}}", ErrorCode.INVALID_MODEL, "model"),
                arguments("{\"model\":\"\"}", ErrorCode.INVALID_MODEL, "model"),
                arguments("{\"model\":\"" + "m".repeat(257) + "\"}", ErrorCode.INVALID_MODEL, "model"),
                arguments("{\"model\":\"" + "😀".repeat(257) + "\"}", ErrorCode.INVALID_MODEL, "model"),
                arguments("{\"model\":\"" + "m".repeat(9_000_000) + "\"}", ErrorCode.INVALID_MODEL, "model"),
                arguments("{\"model\":\"a\\u0000\"}", ErrorCode.INVALID_MODEL, "model"),
                arguments("{\"model\":\"a\\r\\nx-injected: 1\"}", ErrorCode.INVALID_MODEL, "model"),
                arguments("{\"model\":\"a\u007f\"}", ErrorCode.INVALID_MODEL, "model"),
                arguments("{\"model\":\"a\u0085\"}", ErrorCode.INVALID_MODEL, "model"),
                arguments("{\"model\":\"a\\ud800\"}", ErrorCode.INVALID_MODEL, "model"),
                arguments("{\"model\":\"\\ude00\\ud83d\"}", ErrorCode.INVALID_MODEL, "model"),
                arguments("{\"model\":\"m\",\"provider\":\"a\\nb\"}", ErrorCode.INVALID_REQUEST, "provider"),
                arguments(
                        "{\"model\":\"m\",\"provider\":\"" + "p".repeat(257) + "\"}",
                        ErrorCode.INVALID_REQUEST,
                        "provider"),
                arguments("{\"model\":\"m\",\"stream\":\"true\"}", ErrorCode.INVALID_TYPE, "stream"),
                arguments("{\"model\":\"m\",\"stream\":1}", ErrorCode.INVALID_TYPE, "stream"),
                arguments("{\"model\":\"m\",\"stream\":{}}", ErrorCode.INVALID_TYPE, "stream"),
                arguments("{\"model\":\"m\",\"stream\":[true]}", ErrorCode.INVALID_TYPE, "stream"),
                arguments("{\"model\":\"m\",\"stream_options\":true}", ErrorCode.INVALID_TYPE, "stream_options"),
                arguments("{\"model\":\"m\",\"stream_options\":[]}", ErrorCode.INVALID_TYPE, "stream_options"),
                arguments("{\"model\":\"m\",\"stream_options\":\"{}\"}", ErrorCode.INVALID_TYPE, "stream_options"),
                arguments("{\"model\":\"m\",\"stream_options\":0}", ErrorCode.INVALID_TYPE, "stream_options"));
    }

    @ParameterizedTest
    @MethodSource("fieldsAtFault")
    void namesTheFieldAtFault(String body, ErrorCode code, String field) {
        assertRefused(body, code, field);
    }

    @Test
    void tellsHowModelMustBeSpelled() {
        assertThat(refusal(Bytes.of("{\"Model\":\"m\"}")).message()).contains("lower case");
    }

    @Test
    void callsABodyThatIsNotJsonJustThatWhateverElseIsWrong() {
        assertThat(refusal(Bytes.of("{\"model\":\"\",\"model\":1,")).code()).isEqualTo(ErrorCode.INVALID_JSON);
    }

    private static void assertRefused(String body, ErrorCode code, String field) {
        GatewayException refusal = refusal(Bytes.of(body));
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.param()).contains(field);
    }

    private static GatewayException refusal(byte[] body) {
        GatewayException refusal = catchThrowableOfType(GatewayException.class, () -> ModelFields.read(body));
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal;
    }
}
