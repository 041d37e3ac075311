package org.aurora.gateway;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.aurora.gateway.route.RequestBodyConverters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway as one process: starts, serves, and leaves no call unanswered when it stops. */
public final class Gateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(30);

    private final GatewayConfiguration configuration;
    private final Main main = new Main();

    private Gateway(GatewayConfiguration configuration) {
        this.configuration = configuration;
        main.setDefaultPropertyPlaceholderLocation(
                "file:" + configuration.layout().applicationProperties());
        configuration.bindTo(main);
        main.addMainListener(new Lifecycle());
    }

    /**
     * Starts and returns once requests are served.
     *
     * @param environment what {@code System.getenv()} would say
     * @param home the folder with {@code routes}, {@code kamelets} and {@code config}
     * @throws StartFailure with one sentence, when it cannot
     */
    public static Gateway start(Map<String, String> environment, Path home) {
        GatewayConfiguration configuration = StartFailure.explained(() -> GatewayConfiguration.read(environment, home));
        Gateway gateway = new Gateway(configuration);
        try {
            StartFailure.explained(() -> {
                gateway.main.start();
                return gateway;
            });
        } catch (StartFailure failure) {
            gateway.close();
            throw failure;
        }
        configuration.readiness().started();
        return gateway;
    }

    /** Runs until the process is told to end. */
    public static void main(String[] arguments) {
        try {
            Path home = Path.of(System.getProperty("aurora.home", "")).toAbsolutePath();
            Gateway gateway = start(System.getenv(), home);
            Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "aurora-shutdown"));
            Greeting.print(gateway.configuration);
        } catch (StartFailure failure) {
            System.err.println("Aurora cannot start: " + failure.getMessage());
            LOG.debug("Start failed", failure);
            System.exit(1);
        }
    }

    /** How many calls are being answered now, from their first byte in to their last byte out. */
    public int openCalls() {
        return configuration.openCalls().count();
    }

    /** Refuses new requests, waits for running ones, streams included, up to half a minute, then stops. */
    @Override
    public void close() {
        main.stop();
        configuration.close();
    }

    private final class Lifecycle extends MainListenerSupport {
        @Override
        public void afterConfigure(BaseMainSupport configured) {
            RequestBodyConverters.addTo(configured.getCamelContext().getTypeConverterRegistry());
        }

        /** Comes before Camel stops its routes: a stream's exchange is long over while its bytes still run. */
        @Override
        public void beforeStop(BaseMainSupport stopping) {
            configuration.readiness().draining();
            if (!configuration.openCalls().awaitNone(DRAIN_LIMIT)) {
                LOG.warn(
                        "Stopping although {} calls are not answered",
                        configuration.openCalls().count());
            }
        }
    }
}
