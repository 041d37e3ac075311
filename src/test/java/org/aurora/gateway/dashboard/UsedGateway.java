package org.aurora.gateway.dashboard;

import java.time.Duration;
import org.aurora.gateway.testing.RunningGateway;

/** A gateway that has been used: by several keys, on several days, with prices and without. */
final class UsedGateway {
    static final String FORMULA = "=HYPERLINK(\"x\",\"y\")";
    static final String ATTO = "0.000000000000000001";
    static final Duration NOW = Duration.ofMinutes(1);

    private UsedGateway() {}

    static RunningGateway start() {
        RunningGateway gateway = RunningGateway.with("""
                        providers:
                          built-in:
                            type: demo
                            models: [{ id: gpt-x, metadata: { pricing: { currency: USD, input_per_mtok: 1 } } }, new-model]
                        """).start();
        RecordedCalls calls = new RecordedCalls();
        addPriced(calls);
        addUnpriced(calls);
        addOdd(calls);
        addOld(calls);
        calls.into(gateway, "first");
        return gateway;
    }

    private static void addPriced(RecordedCalls calls) {
        calls.and(calls.add(NOW)
                        .by("k-one", "/team/alpha")
                        .to("built-in", "gpt-x", "regular")
                        .tokens(1_000, 400, 50)
                        .costing("0.1", "0.2"))
                .and(calls.add(Duration.ofDays(2))
                        .by("k-one", "/team/alpha/x")
                        .to("built-in", "gpt-x")
                        .tokens(10, 0, 5)
                        .costing(ATTO, "0.1"));
    }

    private static void addUnpriced(RecordedCalls calls) {
        for (int i = 0; i < 2; i++) {
            calls.and(calls.add(NOW)
                    .by("k-two", "/team/beta")
                    .to("built-in", "new-model", "+alias", "below")
                    .tokens(7, 0, 3)
                    .unpriced());
        }
    }

    private static void addOdd(RecordedCalls calls) {
        calls.and(calls.add(NOW).by("k-two", "/team/beta").inVain("nothing").failing(404, "model_not_found", false))
                .and(calls.add(NOW)
                        .by("k-two", "/team/beta")
                        .to("built-in", FORMULA)
                        .tokens(1, 0, 1)
                        .costing("12345.6", "0")
                        .failing(200, "upstream_cut", true))
                .and(calls.add(Duration.ofDays(12))
                        .by("@old", "/" + Providers.LONG.substring(0, 100))
                        .to("built-in", Providers.SCRIPT, Providers.RIGHT_TO_LEFT)
                        .tokens(1, 0, 1)
                        .costing("0", "0"));
    }

    private static void addOld(RecordedCalls calls) {
        for (int i = 0; i < 60; i++) {
            calls.and(calls.add(Duration.ofDays(20))
                    .by("k-old", "/archive")
                    .to("built-in", "gpt-x")
                    .tokens(1, 0, 0)
                    .costing("0.01", "0"));
        }
    }
}
