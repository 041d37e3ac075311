package org.aurora.gateway.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import org.aurora.gateway.testing.RunningGateway;

/** A request line that no proper client would send. */
final class RawGet {
    private RawGet() {}

    static int status(RunningGateway gateway, String target) throws IOException {
        try (Socket socket = gateway.connect()) {
            socket.setSoTimeout(10_000);
            String request = "GET " + target + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                    + RunningGateway.MASTER_KEY + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(UTF_8));
            BufferedReader answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            return Integer.parseInt(answer.readLine().split(" ", 3)[1]);
        }
    }
}
