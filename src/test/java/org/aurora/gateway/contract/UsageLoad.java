package org.aurora.gateway.contract;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.aurora.gateway.testing.RunningGateway;

/** Callers that call without a pause, every third call a stream, and remember what became of each call. */
final class UsageLoad implements AutoCloseable {
    private static final int CALLERS = 6;
    private static final AtomicInteger CALLS = new AtomicInteger();

    private final URI chat;
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, Ended> answered = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean ending;

    private UsageLoad(URI gateway) {
        this.chat = gateway.resolve("/v1/chat/completions");
    }

    /**
     * A call that was answered to its last byte.
     *
     * @param at when, by {@link System#nanoTime()}
     * @param nanos how long it took
     */
    record Ended(long at, long nanos) {}

    static UsageLoad on(URI gateway) {
        UsageLoad load = new UsageLoad(gateway);
        for (int caller = 0; caller < CALLERS; caller++) {
            load.callers.execute(load::callOn);
        }
        return load;
    }

    private void callOn() {
        while (!ending) {
            int number = CALLS.incrementAndGet();
            String id = "load-" + number;
            long started = System.nanoTime();
            try {
                HttpResponse<String> answer =
                        http.send(request(id, number % 3 == 0), HttpResponse.BodyHandlers.ofString());
                long ended = System.nanoTime();
                if (answer.statusCode() == 200) {
                    answered.put(id, new Ended(ended, ended - started));
                } else {
                    failures.add(answer.statusCode() + " " + answer.body());
                }
            } catch (IOException e) {
                failures.add(e.toString());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private HttpRequest request(String id, boolean stream) {
        return HttpRequest.newBuilder(chat)
                .timeout(Duration.ofSeconds(20))
                .header("content-type", "application/json")
                .header("authorization", "Bearer " + RunningGateway.MASTER_KEY)
                .header("x-request-id", id)
                .POST(HttpRequest.BodyPublishers.ofString("{\"model\": \"openai-primary/my-model\", \"user\": \"" + id
                        + "\", \"stream\": " + stream + ", \"messages\": []}"))
                .build();
    }

    int answered() {
        return answered.size();
    }

    /** What was not answered with 200. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** The request ids of calls whose answer was complete by then. */
    Set<String> answeredBy(long nanoTime) {
        return answered.entrySet().stream()
                .filter(call -> call.getValue().at() - nanoTime <= 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** How long 99 of 100 calls took at most that ended between two moments. */
    Duration slowestOfMost(long from, long to) {
        long[] nanos = answered.values().stream()
                .filter(call -> call.at() - from >= 0 && call.at() - to < 0)
                .mapToLong(Ended::nanos)
                .sorted()
                .toArray();
        return Duration.ofNanos(nanos.length == 0 ? 0 : nanos[nanos.length * 99 / 100]);
    }

    /** Begins no more calls, and returns once those that run have ended. */
    void end() {
        ending = true;
        callers.shutdown();
        try {
            if (!callers.awaitTermination(40, TimeUnit.SECONDS)) {
                throw new AssertionError("callers still wait for answers");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        ending = true;
        callers.shutdownNow();
    }
}
