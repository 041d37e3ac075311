package org.aurora.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aurora.gateway.testing.TestUpstream;
import org.aurora.gateway.testing.UpstreamExchange;

/**
 * A provider that keeps books of its own, by model: what it answered, what it said was used, and what that costs by its
 * prices. The number of a call, which comes in {@code user}, decides what becomes of it.
 */
final class TallyingUpstream implements AutoCloseable {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final String EVENT = "data: {\"choices\": [{\"index\": 0, \"delta\": {\"content\": \"a\"}}]}\n\n";

    private final Map<String, Tally> tallies = new ConcurrentHashMap<>();
    private final TestUpstream server = TestUpstream.answering(this::answer);

    /** What becomes of a call. */
    enum Fate {
        DOCUMENT,
        STREAM,
        FAILED,
        LIMITED,
        CUT,
        LEFT,
        UNKNOWN_MODEL,
        CLOSED_MODEL;

        static Fate of(int number) {
            return switch (number % 20) {
                case 12, 13 -> FAILED;
                case 14 -> LIMITED;
                case 15 -> CUT;
                case 16, 17 -> LEFT;
                case 18 -> UNKNOWN_MODEL;
                case 19 -> CLOSED_MODEL;
                default -> number % 20 < 6 ? DOCUMENT : STREAM;
            };
        }

        boolean streams() {
            return this == STREAM || this == CUT || this == LEFT;
        }
    }

    /** The books of one model. */
    record Tally(long calls, long input, long output, long cached, long uncounted, BigDecimal cost) {
        static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, BigDecimal.ZERO);

        Tally plus(Tally other) {
            return new Tally(
                    calls + other.calls,
                    input + other.input,
                    output + other.output,
                    cached + other.cached,
                    uncounted + other.uncounted,
                    cost.add(other.cost));
        }
    }

    TestUpstream server() {
        return server;
    }

    Map<String, Tally> tallies() {
        return Map.copyOf(tallies);
    }

    private void answer(UpstreamExchange exchange) throws IOException {
        JsonNode request = Answer.parse(exchange.bodyText());
        int number = request.path("user").asInt();
        String model = request.path("model").asText();
        Fate fate = Fate.of(number);
        switch (fate) {
            case DOCUMENT -> {
                book(model, counted(model, number));
                exchange.json(200, "{\"choices\": [], " + usage(number) + "}");
            }
            case STREAM -> {
                book(model, counted(model, number));
                stream(exchange, number);
            }
            case FAILED, LIMITED -> {
                book(model, new Tally(1, 0, 0, 0, 0, BigDecimal.ZERO));
                exchange.json(fate == Fate.FAILED ? 500 : 429, "{\"error\": {\"message\": \"not now\"}}");
            }
            case CUT, LEFT -> {
                book(model, new Tally(1, 0, 0, 0, 1, BigDecimal.ZERO));
                exchange.beginEvents();
                exchange.chunk(EVENT);
                if (fate == Fate.LEFT) {
                    exchange.awaitClose();
                }
                exchange.close();
            }
            case UNKNOWN_MODEL, CLOSED_MODEL -> throw new AssertionError("call " + number + " was to be refused");
        }
    }

    private static void stream(UpstreamExchange exchange, int number) throws IOException {
        exchange.beginEvents();
        exchange.chunk(EVENT);
        exchange.chunk("data: {\"choices\": [], " + usage(number) + "}\n\n");
        exchange.chunk("data: [DONE]\n\n");
        exchange.endChunks();
    }

    private static long input(int number) {
        return 1_000L + number % 977;
    }

    private static long cached(int number) {
        return number % 977;
    }

    private static long output(int number) {
        return number % 331;
    }

    private static String usage(int number) {
        return "\"usage\": {\"prompt_tokens\": %d, \"completion_tokens\": %d, \"prompt_tokens_details\": {\"cached_tokens\": %d}}"
                .formatted(input(number), output(number), cached(number));
    }

    private static Tally counted(String model, int number) {
        boolean priced = !model.equals("a/b");
        BigDecimal cost = model.equals("gpt-x")
                ? cost("0.1", input(number)).add(cost("0.4", output(number)))
                : cost("2.5", input(number) - cached(number))
                        .add(cost("1.25", cached(number)))
                        .add(cost("10", output(number)));
        return new Tally(
                1, input(number), output(number), cached(number), priced ? 0 : 1, priced ? cost : BigDecimal.ZERO);
    }

    private static BigDecimal cost(String perMillion, long tokens) {
        return new BigDecimal(perMillion).multiply(BigDecimal.valueOf(tokens)).divide(MILLION);
    }

    private void book(String model, Tally call) {
        tallies.merge(model, call, Tally::plus);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
