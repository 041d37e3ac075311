package org.aurora.gateway.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.aurora.gateway.testing.RunningGateway;

/** A request that no well-behaved client would send. */
final class RawRequest {
    private RawRequest() {}

    /** Sends it with the master key, each character as one byte, and returns the status of the answer. */
    static int status(RunningGateway gateway, String method, String path, String body, String... headerLines)
            throws IOException {
        StringBuilder request = new StringBuilder();
        request.append(method).append(' ').append(ApiDocument.BASE).append(path).append(" HTTP/1.1\r\n");
        request.append("host: localhost\r\nconnection: close\r\ncontent-type: application/json\r\n");
        request.append("authorization: Bearer ")
                .append(RunningGateway.MASTER_KEY)
                .append("\r\n");
        request.append("content-length: ").append(body.length()).append("\r\n");
        for (String line : headerLines) {
            request.append(line).append("\r\n");
        }
        request.append("\r\n").append(body);
        try (Socket socket = gateway.connect()) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String statusLine = answer.readLine();
            if (statusLine == null) {
                throw new AssertionError("closed without an answer");
            }
            return Integer.parseInt(statusLine.split(" ", 3)[1]);
        }
    }
}
