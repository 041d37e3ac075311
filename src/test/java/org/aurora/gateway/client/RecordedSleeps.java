package org.aurora.gateway.client;

import com.openai.core.Sleeper;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes the place of the pauses between a client's attempts: each is noted and none is waited for. */
final class RecordedSleeps implements Sleeper {
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();

    /** One for each repeated attempt. */
    List<Duration> pauses() {
        return pauses;
    }

    @Override
    public void sleep(Duration duration) {
        pauses.add(duration);
    }

    @Override
    public CompletableFuture<Void> sleepAsync(Duration duration) {
        pauses.add(duration);
        return CompletableFuture.allOf();
    }

    @Override
    public void close() {}
}
