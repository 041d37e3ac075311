package org.aurora.gateway.metrics;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AsyncAppenderBase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.slf4j.ILoggerFactory;

/** How full the queue is through which log lines leave. Beyond its capacity lines are lost. */
public final class LogMeters implements MeterBinder {
    private final ILoggerFactory loggers;

    public LogMeters(ILoggerFactory loggers) {
        this.loggers = loggers;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("aurora.log.queue.lines", this, it -> it.sum(AsyncAppenderBase::getNumberOfElementsInQueue))
                .description("Log lines that wait to be written")
                .register(registry);
        Gauge.builder("aurora.log.queue.capacity", this, it -> it.sum(AsyncAppenderBase::getQueueSize))
                .description("How many log lines may wait; further ones are lost")
                .register(registry);
    }

    private int sum(ToIntFunction<AsyncAppenderBase<?>> asked) {
        return queues().stream().mapToInt(asked).sum();
    }

    /** Looked up each time: a configuration that is read anew has other appenders. */
    private List<AsyncAppenderBase<?>> queues() {
        List<AsyncAppenderBase<?>> queues = new ArrayList<>();
        if (loggers instanceof LoggerContext context) {
            for (Logger logger : context.getLoggerList()) {
                Iterator<Appender<ILoggingEvent>> appenders = logger.iteratorForAppenders();
                appenders.forEachRemaining(appender -> {
                    if (appender instanceof AsyncAppenderBase<?> queue) {
                        queues.add(queue);
                    }
                });
            }
        }
        return queues;
    }
}
