package org.aurora.gateway.extending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.extending.Custom.get;
import static org.aurora.gateway.extending.Custom.post;
import static org.aurora.gateway.extending.Custom.send;
import static org.aurora.gateway.extending.Custom.withKey;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What an integrator who wants to know of each call gets, and cannot spoil. */
class UsageHookTest {
    private static final Pattern MEMBER = Pattern.compile("^\\| `([a-z_]+)` \\|", Pattern.MULTILINE);
    private static final String ANSWER =
            "{\"model\":\"gpt-x\",\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":3,\"total_tokens\":10}}";

    private final TestUpstream upstream = TestUpstream.answeringJson(ANSWER);
    private final Lines lines = new Lines();

    /** Log lines of one logger. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final Queue<String> written = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            written.add(event.getFormattedMessage());
        }
    }

    /** A hook that stands still while a test wants it to, and then fails. */
    public static final class StubbornStep implements Processor {
        static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();
        static volatile CountDownLatch released = new CountDownLatch(0);

        @Override
        public void process(Exchange exchange) throws InterruptedException {
            SEEN.add(exchange.getMessage().getBody(String.class));
            released.await();
            throw new IllegalStateException("this hook fails");
        }
    }

    private static Logger logger(String name) {
        return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(name);
    }

    @BeforeEach
    void start() {
        StubbornStep.SEEN.clear();
        lines.start();
        logger("acme.usage").addAppender(lines);
        logger("org.aurora.gateway.metering").addAppender(lines);
    }

    @AfterEach
    void stop() throws Exception {
        StubbornStep.released.countDown();
        logger("acme.usage").detachAppender(lines);
        logger("org.aurora.gateway.metering").detachAppender(lines);
        upstream.close();
    }

    private static int chat(RunningGateway gateway) throws Exception {
        return send(withKey(post(gateway, "/v1/chat/completions", "{\"model\":\"up/gpt-x\"}")))
                .statusCode();
    }

    @Test
    void writesEachAnsweredCallAsALineOfJsonWithTheMembersThatTheDocumentationLists() throws Exception {
        try (RunningGateway gateway = Custom.example(
                        RunningGateway.with(RunningGateway.yamlFor(upstream)), "routes/acme-usage.camel.yaml")
                .start()) {
            send(withKey(post(gateway, "/v1/chat/completions", "{\"model\":\"nobody/has\"}")));
            assertThat(chat(gateway)).isEqualTo(200);
            await().until(() -> !lines.written.isEmpty());
        }

        assertThat(lines.written).hasSize(1);
        String line = lines.written.element();
        JsonNode record = new ObjectMapper().readTree(line.substring(line.indexOf('{'), line.lastIndexOf('}') + 1));
        assertThat(record.path("request_model").asText()).isEqualTo("gpt-x");
        assertThat(record.path("input_tokens").asLong()).isEqualTo(7);
        assertThat(record.path("total_cost").isNull()).isTrue();
        assertThat(record.path("unpriced_reason").asText()).isEqualTo("no_price");
        List<String> members = new ArrayList<>();
        record.fieldNames().forEachRemaining(members::add);
        assertThat(documented()).containsExactlyElementsOf(members);
    }

    private static List<String> documented() throws Exception {
        String text = Files.readString(Path.of("docs/extending.md"));
        int from = text.indexOf("## Records of calls");
        Matcher rows = MEMBER.matcher(text.substring(from, text.indexOf("\n## ", from + 1)));
        return rows.results().map(row -> row.group(1)).toList();
    }

    @Test
    void goesOnAfterAHookThatFails() throws Exception {
        try (RunningGateway gateway = stubborn("1024")) {
            assertThat(chat(gateway)).isEqualTo(200);
            assertThat(chat(gateway)).isEqualTo(200);

            await().until(() -> StubbornStep.SEEN.size() == 2);
            await().until(() -> metrics(gateway).contains("aurora_usage_hook_lost_total 2.0"));
            assertThat(lines.written).anyMatch(line -> line.contains("whose route failed"));
        }
    }

    @Test
    void doesNotCountWhatAHookDealsWithItself() throws Exception {
        try (RunningGateway gateway = RunningGateway.with(RunningGateway.yamlFor(upstream))
                .file("custom/routes/own.camel.yaml", """
                        - route:
                            id: own
                            from:
                              uri: direct:on-usage
                              steps:
                                - doTry:
                                    steps:
                                      - process: { ref: "#class:%s" }
                                    doCatch:
                                      - exception: [java.lang.IllegalStateException]
                                        steps:
                                          - log: { message: "kept elsewhere", logName: acme.usage }
                        """.formatted(StubbornStep.class.getName()))
                .start()) {
            assertThat(chat(gateway)).isEqualTo(200);
            assertThat(chat(gateway)).isEqualTo(200);

            await().until(() -> Collections.frequency(lines.written, "kept elsewhere") == 2);
            assertThat(metrics(gateway)).contains("aurora_usage_hook_lost_total 0.0");
        }
    }

    @Test
    void countsWhatAHookThatStandsStillDoesNotGetAndAnswersAllTheSame() throws Exception {
        StubbornStep.released = new CountDownLatch(1);
        Semaphore answered = new Semaphore(0);
        try (RunningGateway gateway = stubborn("1")) {
            for (int call = 0; call < 6; call++) {
                assertThat(chat(gateway)).isEqualTo(200);
                answered.release();
            }
            await().until(() -> lines.written.stream().anyMatch(line -> line.contains("did not reach the hook")));
            assertThat(answered.availablePermits()).isEqualTo(6);
            StubbornStep.released.countDown();
        }
        assertThat(StubbornStep.SEEN).hasSizeLessThan(6);
    }

    private static String metrics(RunningGateway gateway) throws Exception {
        return send(withKey(get(gateway, "/metrics"))).body();
    }

    private RunningGateway stubborn(String room) throws Exception {
        String routes = Files.readString(Path.of("routes/usage.camel.yaml"));
        assertThat(routes).contains("size: 1024");
        return RunningGateway.with(RunningGateway.yamlFor(upstream))
                .file("routes/usage.camel.yaml", routes.replace("size: 1024", "size: " + room))
                .file("custom/routes/own.camel.yaml", """
                        - route:
                            id: own
                            from:
                              uri: direct:on-usage
                              steps:
                                - process: { ref: "#class:%s" }
                        """.formatted(StubbornStep.class.getName()))
                .start();
    }
}
