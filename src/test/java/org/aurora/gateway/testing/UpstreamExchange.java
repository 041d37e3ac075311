package org.aurora.gateway.testing;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One request as it reached the upstream, and the means to answer it well or badly. */
public final class UpstreamExchange {
    /** The gateway closed the connection where another request might have come. */
    static final class PeerClosed extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final Socket socket;
    private final String requestLine;
    private final List<String> headerLines;
    private final byte[] body;

    private UpstreamExchange(Socket socket, String requestLine, List<String> headerLines, byte[] body) {
        this.socket = socket;
        this.requestLine = requestLine;
        this.headerLines = List.copyOf(headerLines);
        this.body = body;
    }

    static UpstreamExchange read(Socket socket) throws IOException {
        UpstreamExchange head = readHead(socket);
        int length = head.header("content-length").map(Integer::parseInt).orElse(0);
        byte[] body = socket.getInputStream().readNBytes(length);
        return new UpstreamExchange(socket, head.requestLine, head.headerLines, body);
    }

    static UpstreamExchange readHead(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        String requestLine = line(in, true);
        List<String> headerLines = new ArrayList<>();
        for (String line = line(in, false); !line.isEmpty(); line = line(in, false)) {
            headerLines.add(line);
        }
        return new UpstreamExchange(socket, requestLine, headerLines, new byte[0]);
    }

    private static String line(InputStream in, boolean first) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw first && bytes.size() == 0 ? new PeerClosed() : new EOFException("request cut off");
            }
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1).strip();
    }

    public String requestLine() {
        return requestLine;
    }

    /** The header lines as received, in order. */
    public List<String> headerLines() {
        return headerLines;
    }

    /** The first header of that name, in any case. */
    public Optional<String> header(String name) {
        return headerLines.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    public byte[] body() {
        return body;
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** A complete JSON answer. */
    public void json(int status, String json) throws IOException {
        document(status, "application/json", json);
    }

    /** A complete answer with a length. */
    public void document(int status, String contentType, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        raw("HTTP/1.1 " + status + " Status\r\ncontent-type: " + contentType + "\r\ncontent-length: " + bytes.length
                + "\r\n\r\n");
        raw(bytes);
    }

    /** The head of a chunked event stream. */
    public void beginEvents() throws IOException {
        raw("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n");
    }

    /** One chunk of a chunked answer. */
    public void chunk(String text) throws IOException {
        chunk(text.getBytes(StandardCharsets.UTF_8));
    }

    public void chunk(byte[] bytes) throws IOException {
        ByteArrayOutputStream framed = new ByteArrayOutputStream();
        framed.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        framed.writeBytes(bytes);
        framed.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        raw(framed.toByteArray());
    }

    /** The end of a chunked answer. */
    public void endChunks() throws IOException {
        raw("0\r\n\r\n");
    }

    public void raw(String text) throws IOException {
        raw(text.getBytes(StandardCharsets.UTF_8));
    }

    public void raw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Closes the connection in good order. */
    public void close() throws IOException {
        socket.close();
    }

    /** Breaks the connection: the gateway sees a reset. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Reads all the gateway still sends; true when it breaks off before what the request's length says. */
    public boolean brokenByGateway() throws IOException {
        long expected = header("content-length").map(Long::parseLong).orElse(0L);
        socket.setSoTimeout(10_000);
        long read = 0;
        try {
            byte[] piece = new byte[64 * 1024];
            for (int count = socket.getInputStream().read(piece); count >= 0 && read < expected; ) {
                read += count;
                count = socket.getInputStream().read(piece);
            }
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
        return read < expected;
    }

    /** Waits until the gateway closes the connection, or ten seconds. */
    public void awaitClose() throws IOException {
        if (!closedByGatewayWithin(Duration.ofSeconds(10))) {
            throw new AssertionError("the gateway kept the connection for 10 s");
        }
    }

    /** Reads nothing more; waits until the gateway breaks the connection off, or ten seconds. */
    public void awaitCloseUnread() {
        await().until(() -> {
            try {
                socket.getOutputStream().write('\r');
                return false;
            } catch (IOException e) {
                return true;
            }
        });
    }

    /** Whether the gateway closed the connection within the limit. */
    public boolean closedByGatewayWithin(Duration limit) throws IOException {
        socket.setSoTimeout((int) limit.toMillis());
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
