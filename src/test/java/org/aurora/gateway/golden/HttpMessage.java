package org.aurora.gateway.golden;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One HTTP/1.1 message, as the golden files write it: see their README.
 *
 * @param startLine the request line or status line
 * @param headers the header lines as they stand, in order
 * @param body without the framing of chunks
 */
record HttpMessage(String startLine, List<String> headers, byte[] body) {
    private static final Pattern EVENTS = Pattern.compile("(?<=\n\n)");

    /** Reads a golden file. */
    static HttpMessage in(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = new String(bytes, ISO_8859_1).indexOf("\n\n");
        if (end < 0) {
            throw new IllegalArgumentException(file + " has no empty line after its head");
        }
        List<String> head = new String(bytes, 0, end, ISO_8859_1).lines().toList();
        byte[] body = new byte[bytes.length - end - 2];
        System.arraycopy(bytes, end + 2, body, 0, body.length);
        HttpMessage message = new HttpMessage(head.get(0), head.subList(1, head.size()), body);
        message.requireLength(file);
        return message;
    }

    /** Reads the next answer of a connection, to its end. */
    static HttpMessage from(InputStream in) throws IOException {
        String startLine = line(in);
        List<String> headers = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            headers.add(line);
        }
        HttpMessage head = new HttpMessage(startLine, headers, new byte[0]);
        int length = head.header("content-length").map(Integer::parseInt).orElse(0);
        byte[] body = head.chunked() ? chunks(in) : in.readNBytes(length);
        return new HttpMessage(startLine, headers, body);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed after: " + bytes.toString(ISO_8859_1));
            }
            bytes.write(next);
        }
        String line = bytes.toString(ISO_8859_1);
        if (!line.endsWith("\r")) {
            throw new IOException("a line without a carriage return: " + line);
        }
        return line.substring(0, line.length() - 1);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    Optional<String> header(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        return headers.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .findFirst();
    }

    boolean chunked() {
        return header("transfer-encoding").filter("chunked"::equals).isPresent();
    }

    /** What goes over the wire: the head with CRLF, and a chunk for each event of a stream. */
    byte[] wire() {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        wire.writeBytes(head("\r\n").getBytes(ISO_8859_1));
        if (!chunked()) {
            wire.writeBytes(body);
            return wire.toByteArray();
        }
        EVENTS.splitAsStream(new String(body, ISO_8859_1))
                .map(chunk -> Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n")
                .forEach(chunk -> wire.writeBytes(chunk.getBytes(ISO_8859_1)));
        wire.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
        return wire.toByteArray();
    }

    /** What a golden file holds. */
    byte[] file() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(head("\n").getBytes(ISO_8859_1));
        file.writeBytes(body);
        return file.toByteArray();
    }

    private String head(String end) {
        return startLine + end + headers.stream().map(line -> line + end).collect(Collectors.joining()) + end;
    }

    private void requireLength(Path file) {
        header("content-length")
                .map(Integer::parseInt)
                .filter(length -> length != body.length)
                .ifPresent(length -> {
                    throw new IllegalArgumentException(
                            file + " says content-length: " + length + ", but its body has " + body.length + " bytes");
                });
    }
}
