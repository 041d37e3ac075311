package org.aurora.gateway;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.aurora.gateway.provider.Provider;
import org.aurora.gateway.route.RequestBodyConverters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway as one process: starts, serves, and leaves no call unanswered when it stops. */
public final class Gateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    /** To close a connection and hand over the record takes no longer. */
    private static final Duration END_LIMIT = Duration.ofSeconds(2);

    private final GatewayConfiguration configuration;
    private final Duration drainTime;
    private final Main main = new Main();

    private Gateway(GatewayConfiguration configuration) {
        this.configuration = configuration;
        this.drainTime = configuration.properties().drainTime();
        main.setDefaultPropertyPlaceholderLocation(
                "file:" + configuration.layout().applicationProperties());
        // Camel's own would wait for signals beside the launcher's.
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        configuration.bindTo(main);
        main.addMainListener(new Converters());
    }

    /**
     * Starts and returns once requests are served.
     *
     * @param environment what {@code System.getenv()} would say
     * @param home the folder with {@code routes}, {@code kamelets} and {@code config}
     * @throws StartFailure with one sentence, when it cannot; nothing is left running then
     */
    public static Gateway start(Map<String, String> environment, Path home) {
        GatewayConfiguration configuration = GatewayConfiguration.read(environment, home);
        Gateway gateway = new Gateway(configuration);
        try {
            gateway.main.start();
            gateway.requireAuthenticateStep();
            gateway.loadKamelets();
            configuration.usageParts().begin(gateway.main.getCamelContext());
            configuration.settingsParts().load(gateway.main.getCamelTemplate());
            configuration.priceParts().begin(gateway.main.getCamelTemplate());
            configuration.discoveryParts().begin(gateway.main.getCamelTemplate());
        } catch (Exception failure) {
            gateway.close();
            throw new StartFailure(configuration.startFailureSentence().of(failure), failure);
        }
        return gateway;
    }

    /** Runs until the process is told to end; {@code demo} as the one argument runs the demo. */
    public static void main(String[] arguments) {
        Path home = Path.of(System.getProperty("aurora.home", "")).toAbsolutePath();
        GatewayProcess.run(arguments, System.getenv(), home);
    }

    /** Without a route at its end every call would wait for one, and the event loop with it. */
    private void requireAuthenticateStep() {
        String step = configuration.properties().authenticateStep();
        CamelContext context = main.getCamelContext();
        Endpoint wanted = context.getEndpoint(step);
        if (step.startsWith("direct:")
                && context.getRoutes().stream().noneMatch(route -> route.getEndpoint() == wanted)) {
            throw configuration.properties().withoutAuthenticateStep();
        }
    }

    /** Makes each kamelet in use ready, so that a mistake in one stops the start and not the first call. */
    private void loadKamelets() {
        CamelContext context = main.getCamelContext();
        configuration.configured().providers().stream()
                .filter(Provider::on)
                .map(Provider::kamelet)
                .distinct()
                .forEach(name -> context.getEndpoint("kamelet:" + name));
    }

    GatewayConfiguration configuration() {
        return configuration;
    }

    /** How many requests are not answered to their last byte, streams included. */
    public int openCalls() {
        return configuration.openCalls().count();
    }

    /**
     * Refuses new requests, waits for running ones, streams included, for the drain time, ends those that run longer, and
     * stops. Every call leaves its record.
     */
    @Override
    public void close() {
        configuration.readiness().draining();
        // Before Camel stops its routes: a stream's exchange is long over while its bytes still run.
        if (!configuration.openCalls().awaitNone(drainTime)) {
            LOG.warn(
                    "Stopping although {} calls are not answered; their connections are closed",
                    configuration.openCalls().count());
            // Before Camel stops too: it would wait for them, and their records come while somebody still takes them.
            configuration.openCalls().end();
            configuration.openCalls().awaitNone(END_LIMIT);
        }
        configuration.discoveryParts().leave();
        configuration.spoolParts().leave();
        main.stop();
        configuration.close();
    }

    private static final class Converters extends MainListenerSupport {
        @Override
        public void afterConfigure(BaseMainSupport configured) {
            RequestBodyConverters.addTo(configured.getCamelContext().getTypeConverterRegistry());
        }
    }
}
