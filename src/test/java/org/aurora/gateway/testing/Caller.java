package org.aurora.gateway.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A caller of the gateway on one plain connection, who sees the answer as the wire carries it: each chunk by itself,
 * and the difference between an answer that ends and one that is cut off.
 */
public final class Caller implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final InputStream in;

    private Caller(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    public static Caller of(RunningGateway gateway) throws IOException {
        return new Caller(gateway.connect());
    }

    /** The first line and the headers of an answer. */
    public record Head(int status, List<String> headerLines) {
        /** The first header of that name, in any case. */
        public Optional<String> header(String name) {
            return headerLines.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }
    }

    /** A whole answer. */
    public record Answer(Head head, byte[] body) {
        public int status() {
            return head.status();
        }

        public Optional<String> header(String name) {
            return head.header(name);
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Asks for something with the master key. */
    public void get(String path) throws IOException {
        String head =
                "GET " + path + " HTTP/1.1\r\nhost: gateway\r\nauthorization: Bearer " + RunningGateway.MASTER_KEY;
        socket.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Posts JSON with the master key, and more header lines if wanted, each without its line end. */
    public void post(String path, String json, String... headerLines) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nhost: gateway\r\n");
        head.append("authorization: Bearer ").append(RunningGateway.MASTER_KEY).append("\r\n");
        head.append("content-type: application/json\r\ncontent-length: ")
                .append(body.length)
                .append("\r\n");
        for (String line : headerLines) {
            head.append(line).append("\r\n");
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        socket.getOutputStream().write(request.toByteArray());
        socket.getOutputStream().flush();
    }

    /** Sends exactly this. */
    public void raw(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** Posts a chat request for a model of that name and takes the whole answer. */
    public Answer chat(String model) throws IOException {
        return call("/v1/chat/completions", "{\"model\":\"" + model + "\",\"messages\":[]}");
    }

    public Answer call(String path, String json) throws IOException {
        post(path, json);
        return answer();
    }

    public Head head() throws IOException {
        String statusLine = line();
        List<String> lines = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            lines.add(line);
        }
        return new Head(Integer.parseInt(statusLine.split(" ", 3)[1]), List.copyOf(lines));
    }

    public Answer answer() throws IOException {
        Head head = head();
        Optional<String> length = head.header("content-length");
        byte[] body = length.isPresent() ? bytes(Integer.parseInt(length.get())) : chunks();
        return new Answer(head, body);
    }

    /** The next chunk; empty for the last one, which ends the answer in good order. */
    public byte[] chunk() throws IOException {
        byte[] chunk = bytes(Integer.parseInt(line(), 16));
        line();
        return chunk;
    }

    public String chunkText() throws IOException {
        return new String(chunk(), StandardCharsets.UTF_8);
    }

    /** Chunks until so many bytes have come, however they were cut. */
    public String chunkedText(int bytes) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        while (text.size() < bytes) {
            text.writeBytes(chunk());
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    /** All chunks to the last one. Fails with {@link EOFException} where the answer is cut off. */
    public byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] chunk = chunk(); chunk.length > 0; chunk = chunk()) {
            all.writeBytes(chunk);
        }
        return all.toByteArray();
    }

    private byte[] bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("cut off");
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = read(); next != '\n'; next = read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    private int read() throws IOException {
        int next;
        try {
            next = in.read();
        } catch (SocketException e) {
            next = -1;
        }
        if (next < 0) {
            throw new EOFException("cut off");
        }
        return next;
    }

    /** Leaves without a word, in the middle of a test. */
    public void leave() throws IOException {
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
