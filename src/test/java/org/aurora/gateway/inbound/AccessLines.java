package org.aurora.gateway.inbound;

import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** The access log, as it is written while this is open. */
final class AccessLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger("aurora.access");
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    private AccessLines() {}

    static AccessLines open() {
        AccessLines lines = new AccessLines();
        lines.start();
        lines.logger.addAppender(lines);
        return lines;
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(event.getFormattedMessage());
    }

    /** Those of the request with this id. */
    List<String> of(String requestId) {
        return lines.stream().filter(line -> line.startsWith(requestId + " ")).toList();
    }

    /** The one line of a request, which may come a moment after its answer. */
    String lineOf(String requestId) {
        await().until(() -> !of(requestId).isEmpty());
        return of(requestId).get(0);
    }

    List<String> all() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        stop();
    }
}
