package org.aurora.gateway.inbound;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aurora.gateway.testing.RunningGateway;

/** A caller's connection on which any bytes can be sent, well-formed or not. Reading gives up after ten seconds. */
final class RawConnection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final InputStream in;

    private RawConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
    }

    static RawConnection to(RunningGateway gateway) throws IOException {
        return new RawConnection(gateway.connect());
    }

    RawConnection send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawConnection send(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
        return this;
    }

    RawAnswer exchange(RawRequest request) throws IOException {
        return send(request.text()).read();
    }

    /** The next answer, whole. */
    RawAnswer read() throws IOException {
        RawAnswer head = readHead();
        return new RawAnswer(head.statusLine(), head.headerLines(), body(head));
    }

    /** The next answer where a body is announced but must not come. */
    RawAnswer readHead() throws IOException {
        String statusLine = line();
        List<String> headerLines = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            headerLines.add(line);
        }
        return new RawAnswer(statusLine, headerLines, "");
    }

    private String body(RawAnswer head) throws IOException {
        if (head.status() / 100 == 1 || head.status() == 204) {
            return "";
        }
        if (head.header("transfer-encoding").isPresent()) {
            return chunks();
        }
        Optional<String> length = head.header("content-length");
        return length.isPresent() ? text(exactly(Integer.parseInt(length.get()))) : text(in.readAllBytes());
    }

    private String chunks() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String chunk = chunk(); !chunk.isEmpty(); chunk = chunk()) {
            all.append(chunk);
        }
        return all.toString();
    }

    /** The next chunk of a chunked answer; empty is the last. */
    String chunk() throws IOException {
        byte[] chunk = exactly(Integer.parseInt(line(), 16));
        line();
        return text(chunk);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer was cut off after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed after: " + bytes);
            }
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1).strip();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Whether the gateway ends the connection without sending anything more. */
    boolean isClosedByGateway() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    /** Leaves as a crashing client does: the gateway sees a reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
