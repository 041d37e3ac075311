package org.aurora.gateway;

import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.component.seda.SedaEndpoint;
import org.aurora.gateway.metering.DescribeUsage;
import org.aurora.gateway.metering.Metering;
import org.aurora.gateway.metering.UsageHook;
import org.aurora.gateway.metering.UsageQueue;
import org.aurora.gateway.settings.UsageSettings;
import org.aurora.gateway.usage.UsageEvent;

/** The part of the composition root that concerns what calls leave behind. */
final class UsageParts {
    private static final String QUEUE = "seda:usage";
    private static final String HOOK = "direct://on-usage";

    private final UsageSettings settings;
    private final UsageQueue queue = new UsageQueue();
    private final UsageHook hook = new UsageHook(HOOK);
    private final Metering metering;

    UsageParts(UsageSettings settings) {
        this.settings = settings;
        this.metering = new Metering(settings.enabled(), queue);
    }

    Metering metering() {
        return metering;
    }

    /** Whether calls are recorded. */
    boolean enabled() {
        return settings.enabled();
    }

    /** How many calls found no room in the queue, or could not be made a record of. */
    long lost() {
        return queue.lost() + metering.lost();
    }

    /** How many records the hook took too slowly. */
    long lostToHook() {
        return hook.lost();
    }

    /** Whether answers say what they cost. */
    boolean costHeader() {
        return settings.enabled() && settings.costHeader();
    }

    /** Records can be handed over before the first call can be authenticated. */
    void begin(CamelContext context) {
        queue.open(context.getEndpoint(QUEUE, SedaEndpoint.class));
    }

    /** Hands on what no route took before the routes ended. */
    void drainTo(Consumer<UsageEvent> taker) {
        queue.drainTo(taker);
    }

    /** Everything that routes call by name. */
    Map<String, Object> beans() {
        return Map.of("usageHook", hook, "describeUsage", new DescribeUsage(hook));
    }
}
