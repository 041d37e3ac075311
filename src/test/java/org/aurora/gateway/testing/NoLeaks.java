package org.aurora.gateway.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * Fails a test class in which a Netty buffer was lost. Leaks become known when the lost buffer is collected and the
 * next one is allocated; to know that this has happened, one is lost on purpose and waited for.
 */
public final class NoLeaks extends AppenderBase<ILoggingEvent> implements BeforeAllCallback, AfterAllCallback {
    private final Logger detector =
            ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(ResourceLeakDetector.class);
    private final List<String> reports = new CopyOnWriteArrayList<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        setContext(detector.getLoggerContext());
        start();
        detector.addAppender(this);
        detector.setAdditive(false);
        awaitAllReports();
        reports.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        String decoy = awaitAllReports();
        detector.setAdditive(true);
        detector.detachAppender(this);
        stop();
        assertThat(reports).filteredOn(report -> !report.contains(decoy)).isEmpty();
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getFormattedMessage().contains("LEAK:")) {
            reports.add(event.getFormattedMessage());
        }
    }

    private String awaitAllReports() {
        String decoy = "decoy-" + UUID.randomUUID();
        lose(decoy);
        await().until(() -> {
            System.gc();
            PooledByteBufAllocator.DEFAULT.buffer(16).release();
            return reports.stream().anyMatch(report -> report.contains(decoy));
        });
        return decoy;
    }

    private static void lose(String hint) {
        ByteBuf lost = PooledByteBufAllocator.DEFAULT.buffer(16);
        lost.touch(hint);
    }
}
