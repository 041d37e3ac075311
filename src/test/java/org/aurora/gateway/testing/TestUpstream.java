package org.aurora.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A provider that does exactly what a test tells it to, byte by byte. It speaks HTTP/1.1 over plain sockets, since its
 * worst days cannot be had from a well-behaved server.
 */
public final class TestUpstream implements AutoCloseable {
    /** Answers one request; may keep the connection open, close it, or break it. */
    @FunctionalInterface
    public interface Script {
        void answer(UpstreamExchange exchange) throws Exception;
    }

    private interface Reading {
        UpstreamExchange next(Socket socket) throws IOException;
    }

    private final ServerSocket server;
    private final Reading reading;
    private final Script script;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "test-upstream");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<UpstreamExchange> received = new LinkedBlockingQueue<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    private TestUpstream(ServerSocket server, Reading reading, Script script) {
        this.server = server;
        this.reading = reading;
        this.script = script;
        threads.execute(this::acceptAll);
    }

    public static TestUpstream answering(Script script) {
        return listening(UpstreamExchange::read, script);
    }

    /** Answers each request when its headers are in; the body is not read. */
    public static TestUpstream answeringHeads(Script script) {
        return listening(UpstreamExchange::readHead, script);
    }

    private static TestUpstream listening(Reading reading, Script script) {
        try {
            return new TestUpstream(new ServerSocket(0, 256, InetAddress.getLoopbackAddress()), reading, script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers every request with this JSON document. */
    public static TestUpstream answeringJson(String json) {
        return answering(exchange -> exchange.json(200, json));
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + port() + "/v1";
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The next request that came in; fails after ten seconds without one. */
    public UpstreamExchange takeRequest() throws InterruptedException {
        UpstreamExchange exchange = received.poll(10, TimeUnit.SECONDS);
        if (exchange == null) {
            throw new AssertionError("no request came within 10 s; failures: " + failures);
        }
        return exchange;
    }

    /** How many requests came in that nobody took. */
    public int untakenRequests() {
        return received.size();
    }

    /** Connections that are open now. */
    public int openConnections() {
        return open.size();
    }

    /** Connections that were ever made. */
    public int connectionsMade() {
        return accepted.get();
    }

    /** Closes all connections, as a provider does that restarts. */
    public void closeConnections() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                accepted.incrementAndGet();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            while (!socket.isClosed()) {
                UpstreamExchange exchange = reading.next(socket);
                received.add(exchange);
                script.answer(exchange);
            }
        } catch (UpstreamExchange.PeerClosed e) {
            return;
        } catch (Exception e) {
            failures.add(e);
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
