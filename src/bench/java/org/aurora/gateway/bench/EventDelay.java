package org.aurora.gateway.bench;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/**
 * How late a streamed event reaches its reader. This process is both ends, the provider that writes events and the
 * callers that read them, so that one clock stamps and reads; between the two is the gateway, or nothing. Plain
 * blocking sockets, one thread for each end of each stream: nothing here batches or schedules but the kernel.
 */
public final class EventDelay {
    private static final int STREAMS = 50;
    private static final int EVENTS = 200;
    private static final Duration PACE = Duration.ofMillis(20);
    private static final int WARM_UP_PASSES = 3;
    private static final int PASSES = 2;
    private static final double LIMIT_MILLIS = 20;
    private static final String STAMP = "\"sent\":";
    private static final String HEAD = """
            HTTP/1.1 200 OK\r
            Content-Type: text/event-stream\r
            Transfer-Encoding: chunked\r
            Connection: close\r
            \r
            """;

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "event-delay");
        thread.setDaemon(true);
        return thread;
    });
    private final ServerSocket provider;
    private final String key;

    private EventDelay(ServerSocket provider, String key) {
        this.provider = provider;
        this.key = key;
    }

    /**
     * Measures and prints a table; ends with status 1 where the gateway's p99 is over the limit.
     *
     * @param arguments the port to be the provider on, the gateway's port, and its key
     */
    public static void main(String[] arguments) throws Exception {
        int providerPort = Integer.parseInt(arguments[0]);
        int gatewayPort = Integer.parseInt(arguments[1]);
        try (ServerSocket provider = new ServerSocket(providerPort, 2 * STREAMS, InetAddress.getLoopbackAddress())) {
            EventDelay measurement = new EventDelay(provider, arguments[2]);
            measurement.threads.execute(measurement::serve);
            System.exit(measurement.compare(providerPort, gatewayPort) ? 0 : 1);
        }
    }

    private boolean compare(int providerPort, int gatewayPort) throws Exception {
        List<long[]> direct = new ArrayList<>();
        List<long[]> relayed = new ArrayList<>();
        pass(providerPort);
        for (int pass = 0; pass < WARM_UP_PASSES; pass++) {
            pass(gatewayPort);
        }
        for (int pass = 0; pass < PASSES; pass++) {
            direct.add(pass(providerPort));
            relayed.add(pass(gatewayPort));
        }
        System.out.println("| " + STREAMS + " streams, an event each " + PACE.toMillis()
                + " ms | events | p50 ms | p99 ms | max ms |");
        System.out.println("|---|---:|---:|---:|---:|");
        row("no proxy", direct);
        return row("gateway", relayed) <= LIMIT_MILLIS;
    }

    private static double row(String name, List<long[]> passes) {
        long[] sorted = passes.stream().flatMapToLong(LongStream::of).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.2f | %.2f | %.2f |%n",
                name,
                sorted.length,
                millis(sorted, 0.50),
                millis(sorted, 0.99),
                millis(sorted, 1));
        return millis(sorted, 0.99);
    }

    private static double millis(long[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[rank - 1] / 1e6;
    }

    /** All streams at once; the delay of every event, in nanoseconds. */
    private long[] pass(int port) throws Exception {
        Callable<long[]> caller = () -> read(port);
        List<Future<long[]>> callers = new ArrayList<>();
        for (int i = 0; i < STREAMS; i++) {
            callers.add(threads.submit(caller));
        }
        List<long[]> delays = new ArrayList<>();
        for (Future<long[]> each : callers) {
            delays.add(each.get(PACE.multipliedBy(EVENTS).toMillis() + 30_000, TimeUnit.MILLISECONDS));
        }
        return delays.stream().flatMapToLong(Arrays::stream).toArray();
    }

    // The caller.

    private long[] read(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(request());
            BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new ChunkedBody(socket.getInputStream()), StandardCharsets.US_ASCII));
            long[] delays = new long[EVENTS];
            int received = 0;
            for (String line = lines.readLine(); received < EVENTS; line = lines.readLine()) {
                long now = System.nanoTime();
                if (line == null) {
                    throw new IOException("a stream ended after " + received + " events");
                }
                int stamp = line.indexOf(STAMP);
                if (stamp >= 0) {
                    delays[received++] = now - Long.parseLong(line, stamp + STAMP.length(), line.length() - 1, 10);
                }
            }
            return delays;
        }
    }

    private byte[] request() {
        String body = "{\"model\":\"streamed\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
        return ascii("POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    /** What is in the chunks of an answer: whoever passes events on may cut chunks elsewhere. */
    private static final class ChunkedBody extends InputStream {
        private final InputStream in;
        private int left;

        ChunkedBody(InputStream socket) throws IOException {
            in = new BufferedInputStream(socket);
            String header = line();
            while (!header.isEmpty()) {
                header = line();
            }
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new EOFException("the answer was cut off");
                }
                line.append((char) next);
            }
            return line.toString().strip();
        }

        private boolean atEnd() throws IOException {
            if (left == 0) {
                left = Integer.parseInt(line(), 16);
            }
            return left == 0;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (atEnd()) {
                return -1;
            }
            int count = in.read(target, offset, Math.min(length, left));
            endOfChunkAfter(count);
            return count;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        private void endOfChunkAfter(int count) throws IOException {
            left -= Math.max(count, 0);
            if (left == 0) {
                line();
            }
        }
    }

    // The provider.

    private void serve() {
        while (!provider.isClosed()) {
            try {
                Socket socket = provider.accept();
                threads.submit(() -> stream(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private Void stream(Socket accepted) throws IOException {
        try (Socket socket = accepted) {
            socket.setTcpNoDelay(true);
            readRequest(socket);
            OutputStream out = socket.getOutputStream();
            out.write(ascii(HEAD));
            long due = System.nanoTime();
            for (int sent = 0; sent < EVENTS; sent++) {
                due += PACE.toNanos();
                pauseUntil(due);
                out.write(event());
            }
            out.write(ascii("0\r\n\r\n"));
        }
        return null;
    }

    private static void readRequest(Socket socket) throws IOException {
        StringBuilder received = new StringBuilder();
        while (received.indexOf("\"messages\"") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("the request ended early");
            }
            received.append((char) next);
        }
    }

    private static void pauseUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static byte[] event() {
        String data = "data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,"
                + "\"delta\":{\"content\":\" word\"}}]," + STAMP + System.nanoTime() + "}\n\n";
        return ascii(Integer.toHexString(data.length()) + "\r\n" + data + "\r\n");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
