package org.aurora.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoTest {
    private static Gateway gateway;
    private static List<String> commands;

    @BeforeAll
    static void start() throws Exception {
        gateway = Gateway.start(
                Demo.environment(Map.of("AURORA_PORT", freePort(), "OPENAI_API_KEY", "sk-of-the-user")),
                Path.of("").toAbsolutePath());
        commands = Demo.greeting(gateway.configuration())
                .lines()
                .filter(line -> line.startsWith("curl "))
                .toList();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void streamsByTheFirstCommand() throws Exception {
        assertThat(output(commands.get(0)))
                .startsWith("data: {")
                .contains("Aurora's ")
                .endsWith("data: [DONE]\n\n");
    }

    @Test
    void answersAtOnceByTheSecondCommand() throws Exception {
        assertThat(output(commands.get(1))).contains("\"object\":\"chat.completion\"", "demo-large", "Hello!");
    }

    @Test
    void listsItsNamesByTheThirdCommand() throws Exception {
        assertThat(output(commands.get(2)))
                .contains("\"regular\"", "\"smarter\"", "\"demo/demo-small\"", "\"demo/demo-large\"");
    }

    @Test
    void answersAnErrorByTheFourthCommand() throws Exception {
        assertThat(output(commands.get(3))).contains("\"code\":\"model_not_found\"");
    }

    @Test
    void takesNothingButThePortFromTheEnvironment() {
        assertThat(Demo.environment(Map.of("AURORA_PORT", "9", "OPENAI_API_KEY", "k", "AURORA_HOST", "0.0.0.0")))
                .isEqualTo(Map.of("AURORA_PORT", "9", "AURORA_CONFIG_PATH", "config/demo.yaml"));
        assertThat(gateway.configuration().configured().providers()).hasSize(1);
    }

    private static String output(String command) throws Exception {
        Process curl = new ProcessBuilder("sh", "-c", command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(curl.waitFor()).as(command).isZero();
        return text;
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(socket.getLocalPort());
        }
    }
}
