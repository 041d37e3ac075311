package org.aurora.gateway.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.aurora.gateway.testing.RunningGateway;

/** Keys and three months of calls as a company might have them, always the same but for the days. */
final class PicturedUse {
    /** Provider, model, dollars for a million tokens in and out; the last has no price. */
    private static final List<List<String>> MODELS = List.of(
            List.of("good", "gpt-4.1", "2", "8"),
            List.of("good", "gpt-4.1-mini", "0.4", "1.6"),
            List.of("anthropic", "claude-sonnet-4", "3", "15"),
            List.of("openrouter", "mistralai/mistral-small", "0.1", "0.3"),
            List.of("local-vllm", "qwen3-32b", "0", "0"),
            List.of("good", "text-embedding-3-large", "0.13", "0"),
            List.of("openrouter", "deepseek/deepseek-r2-preview"));

    private static final List<String> ALIASES = List.of("regular", "fast", "best", "fast", "private", "search", "");
    private static final List<String> PATHS =
            List.of("/team/search/indexer", "/team/search/api", "/team/support/chat", "/team/data/reports", "/lab");
    private static final int DAYS = 90;

    private final RunningGateway gateway;
    private final GatewayApi api;
    private final Random random = new Random(7);
    private final List<String> keys = new ArrayList<>();

    private PicturedUse(RunningGateway gateway) {
        this.gateway = gateway;
        this.api = new GatewayApi(gateway);
    }

    /** The same gateway, with keys and with calls in its ledger. */
    static RunningGateway filled(RunningGateway gateway) {
        PicturedUse use = new PicturedUse(gateway);
        use.makeKeys();
        use.recordCalls();
        return gateway;
    }

    private void makeKeys() {
        make("search indexer", "/team/search/indexer", "\"allowed_models\":[\"search\",\"fast\"]");
        make("search api", "/team/search/api", "\"allowed_models\":[\"regular\",\"fast\"]");
        make("support chat", "/team/support/chat", "\"denied_models\":[\"openrouter/*\"]");
        make("monthly reports", "/team/data/reports", "\"expires_at\":\"" + in(Duration.ofDays(5)) + "\"");
        make("lab notebook", "/lab", "\"expires_at\":\"" + in(Duration.ofDays(200)) + "\"");
        String old = make("old prototype", "/lab", "\"allowed_models\":[]");
        api.write("POST", "/auth-keys/" + old + "/deactivate", "{}");
        api.write("POST", "/auth-keys/" + keys.get(1) + "/rotate", "{\"grace\":\"168h\"}");
    }

    private static Instant in(Duration time) {
        return Instant.ofEpochSecond(Instant.now().plus(time).getEpochSecond());
    }

    private String make(String name, String path, String more) {
        JsonNode key = api.write(
                "POST", "/auth-keys", "{\"name\":\"%s\",\"user_path\":\"%s\",%s}".formatted(name, path, more));
        keys.add(key.get("id").asText());
        return key.get("id").asText();
    }

    private void recordCalls() {
        RecordedCalls calls = new RecordedCalls();
        for (int day = 0; day < DAYS; day++) {
            boolean weekend = Instant.now()
                            .minus(Duration.ofDays(day))
                            .atZone(ZoneOffset.UTC)
                            .getDayOfWeek()
                            .getValue()
                    > 5;
            int count = (weekend ? 8 : 30) + random.nextInt(14) + (DAYS - day) / 4;
            for (int i = 0; i < count; i++) {
                calls.and(call(calls.add(Duration.ofDays(day).plusMinutes(random.nextInt(600)))));
            }
        }
        calls.into(gateway, "pictured");
    }

    private RecordedCalls.Call call(RecordedCalls.Call call) {
        int who = random.nextInt(PATHS.size());
        int which = Math.min(random.nextInt(MODELS.size()), random.nextInt(MODELS.size() + 1));
        List<String> model = MODELS.get(which);
        String alias = ALIASES.get(which);
        long input = 500L + random.nextInt(60_000);
        long output = 50L + random.nextInt(2_500);
        call.by(keys.get(who), PATHS.get(who));
        if (random.nextInt(40) == 0) {
            return call.inVain("gpt-5-turbo").failing(404, "model_not_found", false);
        }
        call.to(
                        model.get(0),
                        model.get(1),
                        alias.isEmpty() || random.nextInt(4) == 0 ? new String[0] : new String[] {alias})
                .tokens(input, input / (2 + random.nextInt(6)), output);
        if (random.nextInt(60) == 0) {
            call.failing(200, "provider_unreachable", true);
        }
        return model.size() < 4
                ? call.unpriced()
                : call.costing(price(model.get(2), input), price(model.get(3), output));
    }

    private static String price(String perMillion, long tokens) {
        return new BigDecimal(perMillion)
                .multiply(BigDecimal.valueOf(tokens))
                .divide(BigDecimal.valueOf(1_000_000), 18, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
