package org.aurora.gateway.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.aurora.gateway.access.DeniedResponse;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.rights.App;
import org.aurora.gateway.testing.TestUpstream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** As {@link ListedLookedUpCallableTest}, with keys, headers, encoded paths and all else that lies between. */
class ListedLookedUpCallableOverHttpTest {
    private static final int CASES = Integer.getInteger("aurora.test.http-cases", 500);
    private static final long FIRST_SEED = Long.getLong("aurora.test.seed", 1);
    private static final int CALLERS = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    private int cases;

    @Test
    void listedIsLookedUpIsCallable(TestReporter reporter) throws Exception {
        long seed = FIRST_SEED;
        try (TestUpstream upstream = TestUpstream.answeringJson("{\"choices\": []}")) {
            for (; cases < CASES; seed++) {
                RandomConfiguration configuration = new RandomConfiguration(seed);
                if (!configuration.writable()) {
                    continue;
                }
                try (RandomGateway gateway = RandomGateway.start(configuration, upstream)) {
                    for (int at = 0; at < CALLERS; at++) {
                        check(seed, gateway, configuration.randomCaller());
                    }
                }
            }
        }
        reporter.publishEntry("seeds " + FIRST_SEED + " to " + (seed - 1), cases + " names asked for");
    }

    private void check(long seed, RandomGateway gateway, Caller caller) throws Exception {
        RandomConfiguration configuration = gateway.configuration();
        PlainReading reading = configuration.reading(caller);
        RandomGateway.Asker asker = gateway.asker(caller);
        List<String> listed =
                JSON.readTree(asker.app().get("/v1/models").body()).findValuesAsText("id");
        for (String name : configuration.texts()) {
            cases++;
            String told = "seed " + seed + ", " + caller + " asks '" + name + "': ";
            int expected = told(reading.status(name), configuration.snapshot());
            boolean hidden = reading.hidden(name, configuration.keepOnlyAliases());

            assertThat(asker.app().post("/v1/chat/completions", chat(name)).status())
                    .as(told + "call")
                    .isEqualTo(expected);
            assertThat(asker.app().get("/v1/models/" + encoded(name)).status())
                    .as(told + "look-up")
                    .isEqualTo(hidden ? 404 : expected);
            assertThat(listed.contains(name))
                    .as(told + "listed")
                    .isEqualTo(expected == 200 && !hidden && !reading.bareModel(name));
            if (asker.explainable()) {
                checkExplained(told, gateway, asker, name, expected, listed.contains(name));
            }
        }
    }

    private static void checkExplained(
            String told, RandomGateway gateway, RandomGateway.Asker asker, String name, int expected, boolean listed)
            throws Exception {
        String question = asker.question().deepCopy().put("model", name).toString();
        App.Answer answer = App.master(gateway.gateway()).post("/admin/api/v1/resolve", question);
        JsonNode explained = JSON.readTree(answer.body());

        assertThat(explained.path("status").asInt()).as(told + "explained").isEqualTo(expected);
        assertThat(explained.path("listed").asBoolean())
                .as(told + "explained, listed")
                .isEqualTo(listed);
    }

    private static int told(int status, Snapshot snapshot) {
        return status == 403 && snapshot.settings().deniedResponse() == DeniedResponse.NOT_FOUND ? 404 : status;
    }

    private static String chat(String name) {
        return "{\"model\":" + TextNode.valueOf(name) + ",\"messages\":[]}";
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
