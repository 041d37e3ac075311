package org.aurora.gateway.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Random;
import org.aurora.gateway.chat.AnswerScan;
import org.aurora.gateway.chat.JsonScan;
import org.aurora.gateway.chat.SseScan;
import org.aurora.gateway.pricing.TokenCounts;
import org.aurora.gateway.pricing.Unit;
import org.aurora.gateway.testing.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as providers document them. */
class AnswerUsageTest {
    private static final String CHAT = "chat/completions";

    private static AnswerUsage read(AnswerUsage usage, AnswerScan scan, String text) {
        scan.push(text.getBytes(StandardCharsets.UTF_8));
        scan.finish();
        return usage;
    }

    private static AnswerUsage document(String operation, String json) {
        AnswerUsage usage = new AnswerUsage(operation);
        return read(usage, new JsonScan(usage::take), json);
    }

    private static TokenCounts usage(String json) {
        return document(CHAT, "{\"usage\":" + json + "}").counts();
    }

    private static AnswerUsage stream(String operation, String... events) {
        AnswerUsage usage = new AnswerUsage(operation);
        StringBuilder text = new StringBuilder();
        for (String event : events) {
            text.append("data: ").append(event).append("\n\n");
        }
        return read(usage, new SseScan(usage::take), text.toString());
    }

    @Test
    void openAiCountsKindsInsideTheWhole() {
        assertThat(usage("""
                {"prompt_tokens": 2006, "completion_tokens": 300, "total_tokens": 2306,
                 "prompt_tokens_details": {"cached_tokens": 1920, "audio_tokens": 7},
                 "completion_tokens_details": {"reasoning_tokens": 128, "audio_tokens": 5,
                  "accepted_prediction_tokens": 0, "rejected_prediction_tokens": 0}}"""))
                .isEqualTo(TokenCounts.of(2006, 300)
                        .withCache(1920, 0)
                        .withReasoning(128)
                        .withAudio(7, 5));
    }

    @Test
    void theResponsesApiHasItsOwnNames() {
        assertThat(usage("""
                {"input_tokens": 328, "input_tokens_details": {"cached_tokens": 100}, "output_tokens": 52,
                 "output_tokens_details": {"reasoning_tokens": 40}, "total_tokens": 380}"""))
                .isEqualTo(TokenCounts.of(328, 52).withCache(100, 0).withReasoning(40));
    }

    @Test
    void aResponsesStreamSaysItInItsLastEvent() {
        AnswerUsage read = stream(
                "responses",
                "{\"type\":\"response.created\",\"response\":{\"model\":\"gpt-x\",\"usage\":null}}",
                "{\"type\":\"response.output_text.delta\",\"delta\":\"\\\"usage\\\":{\\\"input_tokens\\\":9}\"}",
                "{\"type\":\"response.incomplete\",\"response\":{\"model\":\"gpt-x-1\",\"output\":[],\"usage\":"
                        + "{\"input_tokens\":37,\"output_tokens\":11,\"total_tokens\":48}}}");

        assertThat(read.counts()).isEqualTo(TokenCounts.of(37, 11));
        assertThat(read.model()).contains("gpt-x-1");
    }

    @Test
    void anthropicCountsTheCacheBesideTheInput() {
        assertThat(usage("""
                {"input_tokens": 21, "cache_creation_input_tokens": 188, "cache_read_input_tokens": 1000,
                 "output_tokens": 393, "service_tier": "standard"}""")).isEqualTo(TokenCounts.of(1209, 393).withCache(1000, 188));
    }

    @Test
    void anAnthropicStreamSaysInputFirstAndOutputLast() {
        AnswerUsage read = stream(
                "messages",
                "{\"type\":\"message_start\",\"message\":{\"model\":\"claude-x\",\"usage\":{\"input_tokens\":25,"
                        + "\"cache_read_input_tokens\":100,\"cache_creation_input_tokens\":0,\"output_tokens\":1}}}",
                "{\"type\":\"content_block_delta\",\"delta\":{\"text\":\"hi\"}}",
                "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":15}}",
                "{\"type\":\"message_stop\"}");

        assertThat(read.counts()).isEqualTo(TokenCounts.of(125, 15).withCache(100, 0));
        assertThat(read.model()).contains("claude-x");
    }

    @Test
    void geminiCountsThoughtsBesideTheCandidates() {
        AnswerUsage read = document(CHAT, """
                {"candidates": [], "modelVersion": "gemini-x", "usageMetadata": {"promptTokenCount": 2000,
                 "toolUsePromptTokenCount": 3, "cachedContentTokenCount": 500, "candidatesTokenCount": 20,
                 "thoughtsTokenCount": 405, "totalTokenCount": 2428,
                 "promptTokensDetails": [{"modality": "TEXT", "tokenCount": 20}]}}""");

        assertThat(read.counts())
                .isEqualTo(TokenCounts.of(2003, 425).withCache(500, 0).withReasoning(405));
        assertThat(read.model()).contains("gemini-x");
    }

    @Test
    void geminisCompatibleAnswersCountThoughtsInTheTotalAlone() {
        assertThat(usage("{\"prompt_tokens\":20,\"completion_tokens\":198,\"total_tokens\":623}"))
                .isEqualTo(TokenCounts.of(20, 603).withReasoning(405));
    }

    @Test
    void xAiCountsReasoningBesideTheCompletion() {
        assertThat(usage("""
                {"prompt_tokens": 10120, "completion_tokens": 1499, "total_tokens": 14428,
                 "prompt_tokens_details": {"cached_tokens": 128},
                 "completion_tokens_details": {"reasoning_tokens": 2809}}"""))
                .isEqualTo(TokenCounts.of(10120, 4308).withCache(128, 0).withReasoning(2809));
    }

    @Test
    void deepSeekNamesWhatTheCacheHit() {
        assertThat(usage("""
                {"prompt_tokens": 100, "completion_tokens": 30, "total_tokens": 130, "prompt_cache_hit_tokens": 64,
                 "prompt_cache_miss_tokens": 36, "completion_tokens_details": {"reasoning_tokens": 12}}"""))
                .isEqualTo(TokenCounts.of(100, 30).withCache(64, 0).withReasoning(12));
    }

    @Test
    void mistralCountsSecondsOfSound() {
        assertThat(
                        usage(
                                "{\"prompt_audio_seconds\":31,\"prompt_tokens\":4,\"completion_tokens\":6,\"total_tokens\":10}"))
                .isEqualTo(TokenCounts.of(4, 6).with(Unit.INPUT_SECONDS, BigDecimal.valueOf(31)));
    }

    @Test
    void openRouterSaysWhatItCost() {
        AnswerUsage read = document(
                CHAT,
                "{\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":5,"
                        + "\"prompt_tokens_details\":{\"cached_tokens\":4,\"cache_write_tokens\":3},\"cost\":1.05e-4}}");

        assertThat(read.upstreamCost()).contains(new BigDecimal("0.000105"));
        assertThat(read.counts()).isEqualTo(TokenCounts.of(10, 5).withCache(4, 3));
    }

    @Test
    void picturesAreCountedBesideTokens() {
        TokenCounts counts = document("images/generations", """
                {"created": 1, "data": [{"b64_json": "AA=="}, {"b64_json": "AA=="}],
                 "usage": {"total_tokens": 4210, "input_tokens": 50, "output_tokens": 4160,
                  "input_tokens_details": {"text_tokens": 50, "image_tokens": 0}}}""").counts();

        assertThat(counts).isEqualTo(TokenCounts.of(50, 4160).with(Unit.IMAGES, BigDecimal.valueOf(2)));
    }

    @Test
    void picturesOfAStreamAreCountedOnceEach() {
        assertThat(stream(
                                "images/generations",
                                "{\"type\":\"image_generation.partial_image\",\"b64_json\":\"AA==\"}",
                                "{\"type\":\"image_generation.completed\",\"b64_json\":\"AA==\"}",
                                "{\"type\":\"image_generation.completed\",\"usage\":"
                                        + "{\"input_tokens\":5,\"output_tokens\":7,\"total_tokens\":12}}")
                        .counts())
                .isEqualTo(TokenCounts.of(5, 7).with(Unit.IMAGES, BigDecimal.valueOf(2)));
    }

    @Test
    void aBatchIsToldByItsTier() {
        assertThat(document(
                                CHAT,
                                "{\"service_tier\":\"batch\",\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1}}")
                        .counts()
                        .batch())
                .isTrue();
    }

    @Test
    void theLastOfSeveralCountsIsTheOne() {
        assertThat(stream(
                                CHAT,
                                "{\"choices\":[{}],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":1,\"total_tokens\":10}}",
                                "{\"choices\":[{}],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":2,\"total_tokens\":11}}",
                                "{\"choices\":[{}],\"usage\":null}",
                                "[DONE]")
                        .counts())
                .isEqualTo(TokenCounts.of(9, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "\"x\"",
                "[]",
                "{}",
                "{\"prompt_tokens\":\"7\"}",
                "{\"prompt_tokens\":-7}",
                "{\"prompt_tokens\":7.5}",
                "{\"prompt_tokens\":1e30}",
                "{\"prompt_tokens\":1000000001,\"completion_tokens\":1000000001}",
                "{\"input_tokens\":900000000,\"cache_read_input_tokens\":900000000}",
                "{\"prompt_tokens\":99999999999999999999}",
                "{\"prompt_tokens\":true}",
                "{\"prompt_tokens\":{}}",
                "{\"prompt_tokens\":[7]}",
                "{\"prompt_tokens\":7,\"prompt_tokens\":null}",
                "{\"details\":{\"prompt_tokens\":7}}",
                "{\"total_tokens\":7}",
                "{\"prompt_tokens\":7",
                "{\"a\":{\"b\":{\"c\":{\"d\":{\"prompt_tokens\":7}}}}}"
            })
    void whatCannotBeACountIsNone(String usage) {
        assertThat(usage(usage)).isEqualTo(TokenCounts.UNKNOWN);
    }

    @Test
    void aWholeNumberMayBeWrittenAsADecimal() {
        assertThat(usage("{\"prompt_tokens\": 10.0, \"completion_tokens\": 1000000000.00}"))
                .isEqualTo(TokenCounts.of(10, 1_000_000_000));
    }

    @Test
    void aTotalThatNoCallCanHaveSaysNothingOfThoughts() {
        assertThat(usage("{\"prompt_tokens\": 10, \"completion_tokens\": 5, \"total_tokens\": 9999999999}"))
                .isEqualTo(TokenCounts.of(10, 5));
    }

    @Test
    void aPartIsNeverMoreThanItsWhole() {
        assertThat(usage("""
                {"prompt_tokens": 5, "completion_tokens": 6, "total_tokens": 11,
                 "prompt_tokens_details": {"cached_tokens": 500, "audio_tokens": 500},
                 "completion_tokens_details": {"reasoning_tokens": 500, "audio_tokens": 500}}"""))
                .isEqualTo(TokenCounts.of(5, 6).withCache(5, 0).withReasoning(6).withAudio(5, 6));
    }

    @Test
    void outputAloneLeavesInputUnknown() {
        TokenCounts counts = usage("{\"completion_tokens\":6}");

        assertThat(counts.input()).isEmpty();
        assertThat(counts.output()).isEqualTo(OptionalLong.of(6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "\"1\"", "1e400", "null", "123456789012345678901234567890", "[1]"})
    void whatCannotBeACostIsNone(String cost) {
        assertThat(document(CHAT, "{\"usage\":{\"cost\":" + cost + "}}").upstreamCost())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "null", "\"\"", "\"a\\nb\"", "\"\\ud800\"", "{}", "\"\\x\""})
    void whatCannotBeAModelIsNone(String model) {
        assertThat(document(CHAT, "{\"model\":" + model + "}").model()).isEmpty();
    }

    @Test
    void randomCutsCountTheSame() {
        Random random = new Random(Seed.next("AnswerUsageTest"));
        byte[] text =
                ("\ufeff: hi\r\n\r\nevent: a\r\ndata: {\"model\":\"mö😀\",\"choices\":[]}\r\n\r\ndata:{\"choices\":[{\"x\":"
                                + "\"\\\"usage\\\":{\"}],\ndata: \"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4}}\r\r"
                                + "data: {\"usage\":{\"prompt_tokens\":8,\"completion_tokens\":9")
                        .getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 200; round++) {
            AnswerUsage usage = new AnswerUsage(CHAT);
            SseScan scan = new SseScan(usage::take);
            for (int from = 0; from < text.length; ) {
                int to = Math.min(text.length, from + 1 + random.nextInt(9));
                scan.push(Arrays.copyOfRange(text, from, to));
                from = to;
            }
            scan.finish();
            assertThat(usage.counts()).isEqualTo(TokenCounts.of(3, 4));
            assertThat(usage.model()).contains("mö😀");
        }
    }
}
