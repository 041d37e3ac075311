package org.aurora.gateway.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.aurora.gateway.pricing.PlainPrices.prices;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceListReaderTest {
    private static final String GOOD = "\"good\": {\"litellm_provider\": \"openai\", \"input_cost_per_token\": 1e-06}";

    private static PriceListReader.Result read(String document) throws IOException {
        return PriceListReader.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    }

    private static Prices found(String document, String type, String model) throws IOException {
        return read(document).list().find(type, model).orElse(Prices.NONE);
    }

    private static Prices liteLlm(String fields) throws IOException {
        return found("{\"m\": {\"litellm_provider\": \"openai\", " + fields + "}}", "openai", "m");
    }

    private static Prices modelsDev(String cost) throws IOException {
        return found(
                "{\"openai\": {\"id\": \"openai\", \"models\": {\"m\": {\"cost\": " + cost + "}}}}", "openai", "m");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "input_cost_per_token": 1.5e-07, "output_cost_per_token": 6e-7     | input=0.15 output=0.6
            "input_cost_per_token": 0.00000015, "output_cost_per_token": 0     | input=0.15 output=0
            "input_cost_per_token": 3.6666666666666665e-07                     | input=0.36666666666666665
            "cache_read_input_token_cost": 3e-7                                | cached_input=0.3
            "cache_creation_input_token_cost": 3.75e-6                         | cache_write=3.75
            "output_cost_per_reasoning_token": 1E-5                            | reasoning_output=10
            "input_cost_per_audio_token": 4e-5                                 | audio_input=40
            "output_cost_per_audio_token": 8e-5                                | audio_output=80
            "input_cost_per_token_batches": 1e-6                               | batch_input=1
            "output_cost_per_token_batches": 2e-6                              | batch_output=2
            "input_cost_per_image": 0.0013, "mode": "chat"                     | input_per_image=0.0013
            "input_cost_per_image": 0.04, "mode": "image_generation"           | per_image=0.04
            "output_cost_per_image": 0.04                                      | per_image=0.04
            "input_cost_per_query": 0.002                                      | per_request=0.002
            "input_cost_per_second": 0.0001                                    | per_second_input=0.0001
            "output_cost_per_second": 0.0003                                   | per_second_output=0.0003
            "input_cost_per_character": 1.5e-5                                 | per_character_input=0.000015
            "ocr_cost_per_page": 0.001                                         | per_page=0.001
            "input_cost_per_token": null, "output_cost_per_token": 1e-6        | output=1
            """)
    void takesLiteLlmsPricesForAToken(String fields, String expected) throws IOException {
        assertThat(liteLlm(fields)).isEqualTo(prices(expected));
    }

    @Test
    void takesLiteLlmsStepsAsTiers() throws IOException {
        assertThat(liteLlm("\"input_cost_per_token\": 1.25e-6, \"output_cost_per_token\": 1e-5,"
                        + " \"input_cost_per_token_above_200k_tokens\": 2.5e-6,"
                        + " \"output_cost_per_token_above_200k_tokens\": 1.5e-5"))
                .isEqualTo(prices("input=1.25 output=10 tiers=0.2:1.25:10,1000000:2.5:15"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "cache_read_input_token_cost": 1e-7, "cache_read_input_token_cost_above_200k_tokens": 9e-7              | cached_input=0.1 tiers=0.2:1:-,1000000:1:-:0.9
            "cache_creation_input_token_cost": 1e-6, "cache_creation_input_token_cost_above_200k_tokens": 2.5e-6    | cache_write=1 tiers=0.2:1:-,1000000:1:-:-:2.5
            "cache_read_input_token_cost_above_200k_tokens": 0                                                      | tiers=0.2:1:-,1000000:1:-:0
            "input_cost_per_token_above_200k_tokens": 5e-6, "cache_read_input_token_cost_above_200k_tokens": 9e-7   | tiers=0.2:1:-,1000000:5:-:0.9
            "cache_read_input_token_cost_above_128k_tokens": 2e-7, "input_cost_per_token_above_256k_tokens": 4e-6   | tiers=0.128:1:-,0.256:1:-:0.2,1000000:4:-:0.2
            "cache_read_input_token_cost": 1e-7, "input_cost_per_token_above_200k_tokens": 5e-6                     | cached_input=0.1 tiers=0.2:1:-,1000000:5:-
            "cache_creation_input_token_cost_above_1hr": 2e-6                                                       | tiers=
            "cache_creation_input_token_cost_above_1hr_above_200k_tokens": 2e-6                                     | tiers=
            "cache_read_input_token_cost_above_200k_tokens_priority": 2e-6                                          | tiers=
            "output_cost_per_reasoning_token_above_200k_tokens": 2e-6                                               | tiers=
            """)
    void takesLiteLlmsRatesForTheCacheInLongCalls(String fields, String expected) throws IOException {
        assertThat(liteLlm("\"input_cost_per_token\": 1e-6, " + fields))
                .isEqualTo(prices("input=1 " + expected.replaceFirst("tiers=$", "")));
    }

    @Test
    void passesOverALiteLlmRowWithARateForTheCacheInLongCallsThatIsNone() throws IOException {
        assertThat(read("{\"bad\": {\"litellm_provider\": \"openai\", \"input_cost_per_token\": 1,"
                                + " \"cache_read_input_token_cost_above_200k_tokens\": -1}, " + GOOD + "}")
                        .skipped())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "gemini/gemini-2.5-pro, gemini, gemini, gemini-2.5-pro",
        "openrouter/anthropic/claude-sonnet-4, openrouter, openrouter, anthropic/claude-sonnet-4",
        "gpt-4o, openai, openai, gpt-4o",
        "gpt-3.5-turbo-instruct, text-completion-openai, openai, gpt-3.5-turbo-instruct",
        "azure/eu/gpt-4o, azure, azure, eu/gpt-4o"
    })
    void knowsWhichModelALiteLlmRowIsAbout(String key, String provider, String type, String model) throws IOException {
        String row = "{\"" + key + "\": {\"litellm_provider\": \"" + provider + "\", \"output_cost_per_token\": 1e-6}}";

        assertThat(found(row, type, model)).isEqualTo(prices("output=1"));
    }

    @Test
    void takesModelsDevsPricesForAMillion() throws IOException {
        assertThat(modelsDev("{\"input\": 1.25, \"output\": 10, \"cache_read\": 0.125, \"cache_write\": 1.5,"
                        + " \"reasoning\": 11, \"input_audio\": 40, \"output_audio\": 80, \"shiny\": \"yes\"}"))
                .isEqualTo(prices("input=1.25 output=10 cached_input=0.125 cache_write=1.5 reasoning_output=11"
                        + " audio_input=40 audio_output=80"));
    }

    @Test
    void takesModelsDevsLongerCallsAsTiers() throws IOException {
        assertThat(modelsDev("{\"input\": 1.25, \"output\": 10, \"context_over_200k\": {\"input\": 2.5}}"))
                .isEqualTo(prices("input=1.25 output=10 tiers=0.2:1.25:10,1000000:2.5:10"));
    }

    @Test
    void takesModelsDevsRatesForTheCacheInLongerCalls() throws IOException {
        assertThat(modelsDev("{\"input\": 1.25, \"output\": 10, \"cache_read\": 0.125, \"cache_write\": 1.5,"
                        + " \"context_over_200k\": {\"input\": 2.5, \"output\": 15, \"cache_read\": 0.25,"
                        + " \"cache_write\": 3, \"reasoning\": 99}}"))
                .isEqualTo(prices("input=1.25 output=10 cached_input=0.125 cache_write=1.5"
                        + " tiers=0.2:1.25:10,1000000:2.5:15:0.25:3"));
    }

    @Test
    void knowsModelsDevsGoogleAsGemini() throws IOException {
        assertThat(found("{\"google\": {\"models\": {\"g\": {\"cost\": {\"input\": 1}}}}}", "gemini", "g"))
                .isEqualTo(prices("input=1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "-Infinity",
                "1e400",
                "-1e-6",
                "-0.1",
                "\"1e-6\"",
                "\"free\"",
                "true",
                "{}",
                "{\"a\": {\"b\": [1]}}",
                "[1]",
                "1e-400",
                "123456789012345678901234567890"
            })
    void passesOverARowWithAPriceThatIsNone(String amount) throws IOException {
        PriceListReader.Result result =
                read("{\"bad\": {\"litellm_provider\": \"openai\", \"output_cost_per_token\": 1,"
                        + " \"input_cost_per_token\": " + amount + "}, " + GOOD
                        + ", \"openai\": {\"models\": {\"worse\": {\"cost\": {\"output\": 1, \"input\": " + amount
                        + "}}}}}");

        assertThat(result.skipped()).isEqualTo(2);
        assertThat(result.list().size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"bad\": 1",
                "\"bad\": null",
                "\"bad\": \"text\"",
                "\"bad\": [[[]]]",
                "\"bad\": {\"input_cost_per_token\": 1}",
                "\"bad\": {\"litellm_provider\": 7, \"input_cost_per_token\": 1}",
                "\"\": {\"litellm_provider\": \"openai\", \"input_cost_per_token\": 1}",
                "\"a\\u0007\": {\"litellm_provider\": \"openai\", \"input_cost_per_token\": 1}",
                "\"p\": {\"models\": {\"m\": 1}}",
                "\"p\": {\"models\": {\"m\": {\"cost\": 5}}}"
            })
    void passesOverARowThatIsNone(String row) throws IOException {
        PriceListReader.Result result = read("{" + row + ", " + GOOD + "}");

        assertThat(result.skipped()).isEqualTo(1);
        assertThat(result.list().size()).isEqualTo(1);
    }

    @Test
    void passesOverALongRowWithoutHoldingIt() throws IOException {
        String nested = "[".repeat(500) + "]".repeat(500);

        assertThat(read("{\"wide\": {\"litellm_provider\": \"x\", \"more\": " + nested + ", \"text\": \""
                                + "x".repeat(1_000_000) + "\"}, " + GOOD + "}")
                        .list()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void doesNotCountTheRowThatExplains() throws IOException {
        assertThat(read("{\"sample_spec\": {\"input_cost_per_token\": \"a number\"}, " + GOOD + "}")
                        .skipped())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "null",
                "<html></html>",
                "{\"good\": {\"litellm_provider\": \"openai\", \"input_cost_per_token\": 1",
                "{\"a\": {\"litellm_provider\": \"openai\", \"max_tokens\": 5}}",
                "{\"a\": {\"litellm_provider\": \"openai\", \"input_cost_per_token\": -5}}"
            })
    void refusesADocumentThatIsNoList(String document) {
        assertThatThrownBy(() -> read(document)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesADocumentThatIsTooDeep() {
        assertThatThrownBy(() -> read("{\"a\": " + "[".repeat(100_000))).isInstanceOf(IOException.class);
    }
}
