package org.aurora.gateway.rights;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.aurora.gateway.testing.MadeKey;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class DecisionLogTest {
    @Test
    void aRefusalCanBeFoundByItsRequestId() throws Exception {
        try (TestUpstream upstream = TestUpstream.answeringJson("{}");
                RunningGateway gateway = RunningGateway.with(RunningGateway.yamlFor(upstream) + """
                        model_overrides: { "up/": { user_paths: ["/team/alpha"] } }
                        """)
                        .start();
                Lines lines = Lines.open()) {
            MadeKey key = MadeKey.at(gateway, "{\"name\": \"beta\", \"user_path\": \"/team/b eta\"}");

            App.of(key).sending("X-Request-Id: find-me").chat("up/gpt-x");

            assertThat(lines.written)
                    .singleElement()
                    .asString()
                    .matches("find-me model_access_denied by up/ for " + key.id()
                            + " at /team/b\\\\u\\{20}eta on state \\d+");
        }
    }

    private static final class Lines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
        private final Logger logger = (Logger) LoggerFactory.getLogger("aurora.decisions");
        private final List<String> written = new CopyOnWriteArrayList<>();

        private static Lines open() {
            Lines lines = new Lines();
            lines.start();
            lines.logger.addAppender(lines);
            return lines;
        }

        @Override
        protected void append(ILoggingEvent event) {
            written.add(event.getFormattedMessage());
        }

        @Override
        public void close() {
            logger.detachAppender(this);
            stop();
        }
    }
}
