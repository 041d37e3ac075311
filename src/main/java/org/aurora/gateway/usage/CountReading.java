package org.aurora.gateway.usage;

import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.aurora.gateway.pricing.TokenCounts;
import org.aurora.gateway.pricing.Unit;

/**
 * Makes one kind of counts out of what providers say in their own ways, so that input and output are whole:
 *
 * <ul>
 *   <li>OpenAI counts cached and audio tokens inside input, and reasoning inside output; so do most.
 *   <li>Anthropic counts cached tokens, read and written, beside {@code input_tokens}.
 *   <li>Gemini counts thoughts beside {@code candidatesTokenCount}, and prompts of tools beside
 *       {@code promptTokenCount}. Its OpenAI-compatible endpoint counts thoughts in {@code total_tokens} alone.
 *   <li>xAI counts reasoning beside {@code completion_tokens}, and all of it in {@code total_tokens}.
 *   <li>Rerankers and embedders may say nothing but {@code total_tokens}, Cohere {@code meta.billed_units}.
 * </ul>
 */
final class CountReading {
    private static final Set<String> WITHOUT_OUTPUT = Set.of("embeddings", "rerank", "moderations");

    /** Every path that is asked for below. */
    static final Set<String> PATHS = Set.of(
            "promptTokenCount",
            "thoughtsTokenCount",
            "toolUsePromptTokenCount",
            "candidatesTokenCount",
            "cachedContentTokenCount",
            "completion_tokens",
            "output_tokens",
            "meta.billed_units.output_tokens",
            "total_tokens",
            "completion_tokens_details.reasoning_tokens",
            "output_tokens_details.reasoning_tokens",
            "prompt_tokens",
            "input_tokens",
            "meta.billed_units.input_tokens",
            "input_tokens_details.cached_tokens",
            "cache_read_input_tokens",
            "cache_creation_input_tokens",
            "prompt_tokens_details.cached_tokens",
            "prompt_cache_hit_tokens",
            "cached_tokens",
            "prompt_tokens_details.cache_write_tokens",
            "prompt_tokens_details.audio_tokens",
            "input_tokens_details.audio_tokens",
            "completion_tokens_details.audio_tokens",
            "output_tokens_details.audio_tokens",
            "prompt_audio_seconds");

    private final StatedNumbers said;
    private final String operation;

    CountReading(StatedNumbers said, String operation) {
        this.said = said;
        this.operation = operation;
    }

    /** Counts that together are more than any call can have are none. */
    TokenCounts counts() {
        TokenCounts counts = said.count("promptTokenCount").isPresent() ? gemini() : openAi();
        return counts.input().orElse(0) <= StatedNumbers.MOST && counts.output().orElse(0) <= StatedNumbers.MOST
                ? counts
                : TokenCounts.UNKNOWN;
    }

    private TokenCounts gemini() {
        long thoughts = said.most("thoughtsTokenCount");
        long input = said.most("promptTokenCount") + said.most("toolUsePromptTokenCount");
        long output = said.most("candidatesTokenCount") + thoughts;
        return TokenCounts.of(input, output)
                .withCache(Math.min(input, said.most("cachedContentTokenCount")), 0)
                .withReasoning(thoughts);
    }

    private TokenCounts openAi() {
        OptionalLong statedInput = statedInput();
        OptionalLong statedOutput = said.first("completion_tokens", "output_tokens", "meta.billed_units.output_tokens");
        OptionalLong total = said.first("total_tokens");
        if (statedInput.isEmpty() && statedOutput.isEmpty()) {
            return withUnits(onlyTotal(total));
        }
        if (statedInput.isEmpty() && total.isEmpty()) {
            return withUnits(kinds(outputAlone(statedOutput), reasoning()));
        }
        long input = statedInput.orElseGet(() -> Math.max(0, total.getAsLong() - statedOutput.orElse(0)));
        if (statedOutput.isEmpty()) {
            long rest = WITHOUT_OUTPUT.contains(operation) ? 0 : Math.max(0, total.orElse(0) - input);
            return withUnits(kinds(TokenCounts.of(input, rest), reasoning()));
        }
        long output = statedOutput.getAsLong();
        long beside = Math.max(0, total.orElse(0) - input - output);
        long thought = reasoning() == 0 ? beside : reasoning();
        return withUnits(kinds(TokenCounts.of(input, output + Math.min(beside, thought)), thought));
    }

    private long reasoning() {
        return said.most("completion_tokens_details.reasoning_tokens", "output_tokens_details.reasoning_tokens");
    }

    private static TokenCounts outputAlone(OptionalLong output) {
        return new TokenCounts(OptionalLong.empty(), output, 0, 0, 0, 0, 0, Map.of(), false);
    }

    private OptionalLong statedInput() {
        OptionalLong whole = said.first("prompt_tokens");
        OptionalLong input = said.first("input_tokens", "meta.billed_units.input_tokens");
        boolean cacheInside = whole.isPresent()
                || input.isEmpty()
                || said.count("input_tokens_details.cached_tokens").isPresent();
        return cacheInside
                ? (whole.isPresent() ? whole : input)
                : OptionalLong.of(input.getAsLong()
                        + said.most("cache_read_input_tokens")
                        + said.most("cache_creation_input_tokens"));
    }

    private TokenCounts onlyTotal(OptionalLong total) {
        return total.isPresent() && WITHOUT_OUTPUT.contains(operation)
                ? TokenCounts.of(total.getAsLong(), 0)
                : TokenCounts.UNKNOWN;
    }

    /** No kind is ever more than the whole that it is a part of. */
    private TokenCounts kinds(TokenCounts whole, long reasoning) {
        long input = whole.input().orElse(0);
        long output = whole.output().orElse(0);
        long read = Math.min(
                input,
                said.most(
                        "prompt_tokens_details.cached_tokens",
                        "input_tokens_details.cached_tokens",
                        "prompt_cache_hit_tokens",
                        "cache_read_input_tokens",
                        "cached_tokens"));
        long written = Math.min(
                input - read, said.most("prompt_tokens_details.cache_write_tokens", "cache_creation_input_tokens"));
        return whole.withCache(read, written)
                .withReasoning(Math.min(output, reasoning))
                .withAudio(
                        Math.min(
                                input,
                                said.most("prompt_tokens_details.audio_tokens", "input_tokens_details.audio_tokens")),
                        Math.min(
                                output,
                                said.most(
                                        "completion_tokens_details.audio_tokens",
                                        "output_tokens_details.audio_tokens")));
    }

    private TokenCounts withUnits(TokenCounts tokens) {
        OptionalLong seconds = said.count("prompt_audio_seconds");
        return seconds.isPresent() ? tokens.with(Unit.INPUT_SECONDS, BigDecimal.valueOf(seconds.getAsLong())) : tokens;
    }
}
