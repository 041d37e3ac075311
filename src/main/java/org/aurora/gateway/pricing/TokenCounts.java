package org.aurora.gateway.pricing;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What one call used. Input and output are whole: every kind of token is in one of them, also where a provider counts
 * that kind beside them. An answer that counts anything but says nothing of output had 0 output tokens; empty means
 * that nothing is known.
 *
 * @param input all input tokens, 0 or more
 * @param output all output tokens, 0 or more
 * @param cachedInput those of the input that were read from a cache
 * @param cacheWrite those of the input that were written to a cache
 * @param reasoning those of the output that were spent on thinking
 * @param audioInput those of the input that were sound
 * @param audioOutput those of the output that were sound
 * @param units what else was used, 0 or more each; a unit that is not there was not counted
 * @param batch whether the call was part of a batch that the provider prices lower
 */
public record TokenCounts(
        OptionalLong input,
        OptionalLong output,
        long cachedInput,
        long cacheWrite,
        long reasoning,
        long audioInput,
        long audioOutput,
        Map<Unit, BigDecimal> units,
        boolean batch) {
    /** Nothing was counted. */
    public static final TokenCounts UNKNOWN =
            new TokenCounts(OptionalLong.empty(), OptionalLong.empty(), 0, 0, 0, 0, 0, Map.of(), false);

    public TokenCounts {
        EnumMap<Unit, BigDecimal> known = new EnumMap<>(Unit.class);
        known.putAll(units);
        units = Collections.unmodifiableMap(known);
    }

    /** Plain tokens alone. */
    public static TokenCounts of(long input, long output) {
        return UNKNOWN.withTokens(input, output);
    }

    public TokenCounts withTokens(long allInput, long allOutput) {
        return new TokenCounts(
                OptionalLong.of(allInput),
                OptionalLong.of(allOutput),
                cachedInput,
                cacheWrite,
                reasoning,
                audioInput,
                audioOutput,
                units,
                batch);
    }

    public TokenCounts withCache(long read, long written) {
        return new TokenCounts(input, output, read, written, reasoning, audioInput, audioOutput, units, batch);
    }

    public TokenCounts withReasoning(long tokens) {
        return new TokenCounts(input, output, cachedInput, cacheWrite, tokens, audioInput, audioOutput, units, batch);
    }

    public TokenCounts withAudio(long sent, long made) {
        return new TokenCounts(input, output, cachedInput, cacheWrite, reasoning, sent, made, units, batch);
    }

    public TokenCounts with(Unit unit, BigDecimal amount) {
        EnumMap<Unit, BigDecimal> more = new EnumMap<>(Unit.class);
        more.putAll(units);
        more.put(unit, amount);
        return new TokenCounts(input, output, cachedInput, cacheWrite, reasoning, audioInput, audioOutput, more, batch);
    }

    public TokenCounts asBatch() {
        return new TokenCounts(input, output, cachedInput, cacheWrite, reasoning, audioInput, audioOutput, units, true);
    }
}
