package org.aurora.gateway.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListingTest {
    private final Listing listing = new Listing(Instant.EPOCH);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"object\": \"list\", \"data\": [{\"id\": \"a\", \"object\": \"model\"}, {\"id\": \"b/c\"}]}",
                "{\"data\": [{\"id\": \"a\", \"nested\": {\"data\": [{\"id\": \"x\"}]}}, {\"id\": \"b/c\"}]}",
                "{\"models\": [{\"name\": \"a\", \"model\": \"z\"}, {\"name\": \"b/c\"}]}",
                "{\"models\": [{\"name\": \"models/a\"}, {\"name\": \"models/b/c\"}]}",
                "{\"before\": [1, {\"id\": \"x\"}], \"data\": [{\"id\": \"a\"}, {\"id\": \"b/c\"}], \"after\": {\"data\": []}}",
                "[{\"id\": \"a\"}, {\"id\": \"b/c\"}]",
                "{\"data\": [\"a\", \"b/c\"]}"
            })
    void readsTheShapesThatProvidersUse(String page) {
        read(page);

        assertThat(ids()).containsExactly("a", "b/c");
        assertThat(listing.more()).isFalse();
    }

    @Test
    void readsItInWhateverPiecesItComes() {
        byte[] page =
                "{\"data\": [{\"id\": \"ein-mödel\", \"context_length\": 4096}, {\"id\": \"b\"}]}".getBytes(UTF_8);

        listing.beginPage("");
        for (byte piece : page) {
            assertThat(listing.take(ByteBuffer.wrap(new byte[] {piece}))).isTrue();
        }
        listing.endPage();

        assertThat(ids()).containsExactly("ein-mödel", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\": [{\"id\": \"a\"}], \"has_more\": true, \"last_id\": \"a b&c\"}",
                "{\"has_more\": true, \"data\": [{\"id\": \"a b&c\"}]}",
                "{\"models\": [{\"name\": \"a\"}], \"nextPageToken\": \"a b&c\"}"
            })
    void knowsWhatToAskTheNextPageWith(String page) {
        read(page);

        assertThat(listing.more()).isTrue();
        assertThat(listing.cursor()).contains("a b&c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\": [{\"id\": \"a\"}], \"has_more\": false, \"last_id\": \"a\"}",
                "{\"data\": [{\"id\": \"a\"}], \"next\": \"http://elsewhere/models\"}",
                "{\"models\": [{\"name\": \"a\"}], \"nextPageToken\": \"\"}"
            })
    void knowsTheLastPage(String page) {
        read(page);

        assertThat(listing.more()).isFalse();
    }

    @Test
    void endsWithAPageThatBringsNothingNew() {
        read("{\"data\": [{\"id\": \"a\"}], \"has_more\": true}");

        read("{\"data\": [{\"id\": \"a\"}], \"has_more\": true}");

        assertThat(listing.more()).isFalse();
        assertThat(listing.result())
                .isEqualTo(new PollResult.Listed(List.of(new LearnedModel("a", Map.of())), DroppedIds.NONE));
    }

    @Test
    void givesUpOnAListWithoutEnd() {
        for (int page = 0; listing.more(); page++) {
            read("{\"data\": [{\"id\": \"m" + page + "\"}], \"has_more\": true}");
        }

        assertThat(problem()).isEqualTo("The provider's list has more than 100 pages.");
    }

    @Test
    void dropsAndCountsIdsThatCannotBeNamed() {
        read("{\"data\": [{\"id\": \"a\"}, {\"id\": \"\"}, {\"id\": \"  \"}, {}, {\"id\": \"a\"}, {\"id\": \"a\\nb\"},"
                + "{\"id\": \"\\ud800\"}, {\"id\": \"" + "x".repeat(257) + "\"}, {\"id\": 7}, {\"id\": \""
                + "y".repeat(256) + "\"}, null]}");

        assertThat(ids()).containsExactly("a", "y".repeat(256));
        assertThat(((PollResult.Listed) listing.result()).dropped()).isEqualTo(new DroppedIds(4, 1, 1, 2));
    }

    @Test
    void cutsOffWhatATypePutsBeforeEachId() {
        listing.beginPage("models/");
        listing.take(ByteBuffer.wrap("{\"data\": [{\"id\": \"models/a\"}, {\"id\": \"b\"}]}".getBytes(UTF_8)));
        listing.endPage();

        assertThat(ids()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Welcome</body></html>",
                "",
                "{}",
                "\"text\"",
                "{\"error\": {\"message\": \"no\"}}",
                "{\"data\": {\"id\": \"a\"}}",
                "{\"data\": [{\"id\": \"a\"}",
                "{\"data\": []} {\"data\": []}",
                "{\"id\": \"chatcmpl-1\", \"choices\": [{\"index\": 0}]}"
            })
    void takesNothingElseForAList(String page) {
        read(page);

        assertThat(listing.result()).isInstanceOf(PollResult.Failed.class);
        assertThat(listing.more()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\": []}", "{\"object\": \"list\", \"data\": null}", "[]"})
    void takesAnEmptyListForOne(String page) {
        read(page);

        assertThat(listing.result()).isEqualTo(new PollResult.Listed(List.of(), DroppedIds.NONE));
    }

    @Test
    void takesTwentyThousandModels() {
        read(models(20_000));

        assertThat(ids()).hasSize(20_000);
    }

    @Test
    void givesUpOnTooManyModels() {
        read(models(60_000));

        assertThat(problem()).isEqualTo("The provider's list has more than 50000 models.");
    }

    @Test
    void givesUpOnTooManyBytes() {
        listing.beginPage("");
        ByteBuffer blanks = ByteBuffer.wrap(" ".repeat(1 << 20).getBytes(UTF_8));

        long taken = IntStream.range(0, 50)
                .takeWhile(i -> listing.take(blanks.duplicate()))
                .count();

        assertThat(taken).isEqualTo(16);
        assertThat(problem()).isEqualTo("The provider sent more than 16 MiB.");
    }

    @Test
    void givesUpOnBottomlessNesting() {
        read("{\"data\": [" + "[".repeat(1_000));

        assertThat(listing.result()).isInstanceOf(PollResult.Failed.class);
    }

    @Test
    void readsWhatOpenRouterSaysOfAModel() {
        read("""
                {"data": [{"id": "anthropic/claude-sonnet-4", "name": "Anthropic: Claude Sonnet 4",
                  "context_length": 200000, "top_provider": {"max_completion_tokens": 64000},
                  "pricing": {"prompt": "0.000003", "completion": "0.000015", "image": 0.0048, "odd": {"x": 1}}}]}""");

        assertThat(metadata())
                .isEqualTo(Map.of(
                        "display_name",
                        "Anthropic: Claude Sonnet 4",
                        "context_window",
                        200_000L,
                        "max_output_tokens",
                        64_000L,
                        "upstream_pricing",
                        Map.of("prompt", "0.000003", "completion", "0.000015", "image", new BigDecimal("0.0048"))));
    }

    @Test
    void readsWhatAnthropicSaysOfAModel() {
        read("{\"data\": [{\"type\": \"model\", \"id\": \"claude-x\", \"display_name\": \"Claude X\"}]}");

        assertThat(metadata()).isEqualTo(Map.of("display_name", "Claude X"));
    }

    @Test
    void readsWhatGeminiSaysOfAModel() {
        read("""
                {"models": [{"name": "models/gemini-x", "displayName": "Gemini X", "inputTokenLimit": 1048576,
                  "outputTokenLimit": 65536, "supportedGenerationMethods": ["generateContent", "countTokens"]}]}""");

        assertThat(metadata())
                .isEqualTo(Map.of(
                        "display_name",
                        "Gemini X",
                        "context_window",
                        1_048_576L,
                        "max_output_tokens",
                        65_536L,
                        "modes",
                        List.of("chat")));
    }

    @Test
    void readsWhatAzureSaysOfAModel() {
        read("""
                {"data": [{"id": "gpt-x", "capabilities": {"chat_completion": true, "embeddings": false},
                  "lifecycle_status": "generally-available"}]}""");

        assertThat(metadata())
                .isEqualTo(Map.of(
                        "modes",
                        List.of("chat"),
                        "capabilities",
                        Map.of("chat_completion", true, "embeddings", false)));
    }

    @Test
    void passesOverWhatItDoesNotUnderstand() {
        read("{\"data\": [{\"id\": \"a\", \"name\": {}, \"context_length\": \"many\", \"max_model_len\": 1.5,"
                + " \"pricing\": 3, \"modes\": [1, {}], \"capabilities\": [\"chat\"], \"display_name\": \"a\\u0000\","
                + " \"max_tokens\": 99999999999999999999999}]}");

        assertThat(metadata()).isEmpty();
    }

    private void read(String page) {
        listing.beginPage(page.contains("\"models/") ? "models/" : "");
        if (listing.take(ByteBuffer.wrap(page.getBytes(UTF_8)))) {
            listing.endPage();
        }
        listing.nextPage();
    }

    private List<String> ids() {
        return models().stream().map(LearnedModel::id).toList();
    }

    private Map<String, Object> metadata() {
        assertThat(models()).hasSize(1);
        return models().get(0).metadata();
    }

    private List<LearnedModel> models() {
        assertThat(listing.result()).isInstanceOf(PollResult.Listed.class);
        return ((PollResult.Listed) listing.result()).models();
    }

    private String problem() {
        assertThat(listing.result()).isInstanceOf(PollResult.Failed.class);
        return ((PollResult.Failed) listing.result()).reason();
    }

    private static String models(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"id\": \"model-" + i + "\", \"object\": \"model\", \"owned_by\": \"me\"}")
                .collect(Collectors.joining(",", "{\"data\": [", "]}"));
    }
}
