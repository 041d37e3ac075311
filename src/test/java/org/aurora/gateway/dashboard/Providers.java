package org.aurora.gateway.dashboard;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;

/** Providers to look at: good ones, broken ones, and what a hostile one would call its models. */
final class Providers {
    /** As markup, it would run; as text, it is harmless. */
    static final String SCRIPT = "<img src=x onerror=alert(1)><script>alert(2)</script>";

    static final String RIGHT_TO_LEFT = "\u202eevil\u2066 \u05e9\u05dc\u05d5\u05dd";
    static final String LONG = "a-model-with-a-name-that-goes-on-".repeat(7);

    private Providers() {}

    /** A provider that lists these models. */
    static TestUpstream listing(List<String> ids) {
        String models = ids.stream()
                .map(id -> "{\"id\":\"" + id.replace("\"", "\\\"") + "\",\"object\":\"model\",\"owned_by\":\"them\"}")
                .collect(Collectors.joining(","));
        return TestUpstream.answeringJson("{\"object\":\"list\",\"data\":[" + models + "]}");
    }

    /** So many ids, all different. */
    static List<String> ids(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format(Locale.ROOT, "vendor-%02d/model-%05d", i % 17, i))
                .toList();
    }

    /** Hostile names among plain ones. */
    static List<String> hostileIds() {
        return List.of("gpt-x", SCRIPT, RIGHT_TO_LEFT, LONG);
    }

    /**
     * A gateway in front of one provider that answers, one that fails, one that is switched off for want of a key, and
     * the one that is built in.
     */
    static RunningGateway gatewayInFrontOf(TestUpstream good, TestUpstream failing) {
        return RunningGateway.with("""
                        providers:
                          good: { type: openai, base_url: "%s", api_key: sk-good }
                          failing: { type: openai, base_url: "%s", api_key: sk-failing }
                          keyless: { type: anthropic }
                          built-in: { type: demo, models: [demo-chat] }
                        """.formatted(good.baseUrl(), failing.baseUrl()))
                .polling()
                .start();
    }

    static TestUpstream failing() {
        return TestUpstream.answering(exchange -> exchange.json(500, "{\"error\":{\"message\":\"out of order\"}}"));
    }
}
