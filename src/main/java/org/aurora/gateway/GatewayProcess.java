package org.aurora.gateway;

import ch.qos.logback.classic.LoggerContext;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway as the launcher runs it: what it prints, how it is told to end, and with which status it does. */
final class GatewayProcess {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayProcess.class);

    private GatewayProcess() {}

    /** Serves until the process is told to end; ends it at once, with status 1 and one sentence, if it cannot start. */
    static void run(String[] arguments, Map<String, String> environment, Path home) {
        boolean demo = arguments.length == 1 && arguments[0].equals("demo");
        try {
            Gateway gateway = Gateway.start(demo ? Demo.environment(environment) : environment, home);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(gateway), "aurora-shutdown"));
            GatewayConfiguration configuration = gateway.configuration();
            System.out.println(demo ? Demo.greeting(configuration) : Greeting.of(configuration));
        } catch (StartFailure failure) {
            System.err.println("Aurora cannot start: " + failure.getMessage());
            LOG.debug("The start failed", failure);
            writeOutLog();
            System.exit(1);
        }
    }

    private static void end(Gateway gateway) {
        gateway.close();
        writeOutLog();
    }

    /** Log lines leave by a thread of their own: without this the last ones would be lost with the process. */
    private static void writeOutLog() {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (factory instanceof LoggerContext logback) {
            logback.stop();
        }
    }
}
