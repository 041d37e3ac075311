package org.aurora.gateway.usage;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aurora.gateway.chat.AnswerField;
import org.aurora.gateway.chat.AnswerMembers;
import org.aurora.gateway.pricing.TokenCounts;
import org.aurora.gateway.pricing.Unit;

/**
 * What one answer says that it used, gathered from its document or from its events. Of what several events say the last
 * counts, number by number: Anthropic says at the beginning what came in, and at the end what went out. For one thread
 * at a time.
 */
public final class AnswerUsage {
    private static final int LONGEST_MODEL = 256;
    private static final String BATCH = "batch";
    private static final String COST = "cost";
    private static final String IMAGES = "images/generations";
    private static final String IMAGE_DONE = "image_generation.completed";

    private static final Set<String> NUMBERS =
            Stream.concat(CountReading.PATHS.stream(), Stream.of(COST)).collect(Collectors.toUnmodifiableSet());

    private final String operation;
    private final StatedNumbers numbers = new StatedNumbers(NUMBERS);
    private final Map<Unit, BigDecimal> units = new EnumMap<>(Unit.class);
    private Optional<String> model = Optional.empty();
    private boolean batch;

    /**
     * @param operation what was asked for, as the path below {@code /v1/}
     */
    public AnswerUsage(String operation) {
        this.operation = operation;
    }

    /** Takes over what a document, or an event of a stream, says. */
    public void take(AnswerMembers said) {
        said.value(AnswerField.USAGE).ifPresent(usage -> numbers.take("", usage));
        said.value(AnswerField.USAGE_METADATA).ifPresent(usage -> numbers.take("", usage));
        said.value(AnswerField.META).ifPresent(meta -> numbers.take("meta.", meta));
        said.value(AnswerField.MODEL)
                .or(() -> said.value(AnswerField.MODEL_VERSION))
                .flatMap(StatedNumbers::text)
                .filter(AnswerUsage::printable)
                .ifPresent(name -> model = Optional.of(name));
        said.value(AnswerField.SERVICE_TIER).flatMap(StatedNumbers::text).ifPresent(tier -> batch = tier.equals(BATCH));
        if (operation.equals(IMAGES)) {
            countImages(said);
        }
    }

    private void countImages(AnswerMembers said) {
        int made = said.length(AnswerField.DATA);
        boolean oneOfAStream = said.value(AnswerField.TYPE)
                .flatMap(StatedNumbers::text)
                .filter(IMAGE_DONE::equals)
                .isPresent();
        if (made >= 0) {
            units.put(Unit.IMAGES, BigDecimal.valueOf(made));
        } else if (oneOfAStream) {
            units.merge(Unit.IMAGES, BigDecimal.ONE, BigDecimal::add);
        }
    }

    /** Notes how many characters were sent to be spoken. */
    public void characters(long sent) {
        units.put(Unit.INPUT_CHARACTERS, BigDecimal.valueOf(sent));
    }

    private static boolean printable(String name) {
        return !name.isBlank()
                && name.codePointCount(0, name.length()) <= LONGEST_MODEL
                && name.codePoints()
                        .noneMatch(character -> Character.isISOControl(character)
                                || Character.getType(character) == Character.SURROGATE);
    }

    /** What was used. */
    public TokenCounts counts() {
        TokenCounts tokens = new CountReading(numbers, operation).counts();
        for (Map.Entry<Unit, BigDecimal> used : units.entrySet()) {
            tokens = tokens.with(used.getKey(), used.getValue());
        }
        return batch ? tokens.asBatch() : tokens;
    }

    /** What the provider itself says that it cost. */
    public Optional<BigDecimal> upstreamCost() {
        return numbers.decimal(COST);
    }

    /** The model that the provider says answered, of up to 256 characters. */
    public Optional<String> model() {
        return model;
    }
}
