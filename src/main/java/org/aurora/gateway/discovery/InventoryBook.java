package org.aurora.gateway.discovery;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aurora.gateway.inventory.Exposure;
import org.aurora.gateway.inventory.Inventory;
import org.aurora.gateway.inventory.InventoryEntry;
import org.aurora.gateway.inventory.ModelSource;
import org.aurora.gateway.inventory.Origin;
import org.aurora.gateway.inventory.PollResult;
import org.aurora.gateway.inventory.ProviderKnowledge;
import org.aurora.gateway.live.LiveSettings;
import org.aurora.gateway.ops.Readiness;
import org.aurora.gateway.provider.Provider;
import org.aurora.gateway.resolve.InventoryDiff;

/**
 * What is known of each provider's models, and the one place from which it goes into the snapshot that requests are
 * decided on. Knowledge comes from polls, from the data folder and from other replicas; each news of a provider is one
 * new inventory, swapped in whole beside whatever the settings are. Writers take turns, readers of the snapshot never
 * wait. A swap costs time in proportion to the provider's models, and to all models and aliases where some came or went.
 */
public final class InventoryBook {
    private final Exposure exposure;
    private final LiveSettings live;
    private final Readiness readiness;
    private final Clock clock;
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private Inventory inventory;

    /**
     * @param kept what was known when an earlier process ended; what is not of a configured provider is passed over
     */
    public InventoryBook(
            List<Provider> providers,
            Exposure exposure,
            Collection<ProviderKnowledge> kept,
            LiveSettings live,
            Readiness readiness,
            Clock clock) {
        this.exposure = exposure;
        this.live = live;
        this.readiness = readiness;
        this.clock = clock;
        providers.forEach(provider -> pages.put(provider.name(), new Page(provider)));
        kept.forEach(known -> page(known).ifPresent(page -> page.knowledge = Optional.of(known.asRestored())));
        inventory = Inventory.empty(pages.keySet());
        pages.values().forEach(this::expose);
        live.take(inventory);
        reportReadiness();
    }

    /** One provider's part. */
    private static final class Page {
        private final Provider provider;
        private Optional<ProviderKnowledge> knowledge = Optional.empty();
        private Instant learnedFrom = Instant.MIN;
        private List<InventoryEntry> entries = List.of();
        private Optional<Instant> expiresAt = Optional.empty();
        private PollCounts counts = PollCounts.NONE;
        private Optional<ProviderChange> lastChange = Optional.empty();

        Page(Provider provider) {
            this.provider = provider;
        }
    }

    /** Whether the provider is asked for its models. */
    public boolean asks(Provider provider) {
        return exposure.asks(provider);
    }

    /** All of them, in configured order. */
    public List<Provider> providers() {
        return pages.values().stream().map(page -> page.provider).toList();
    }

    /** The provider of that name. */
    public Optional<Provider> provider(String name) {
        return Optional.ofNullable(pages.get(name)).map(page -> page.provider);
    }

    /** What asking the provider has taught so far. */
    public synchronized Optional<ProviderKnowledge> knowledge(Provider provider) {
        return Optional.ofNullable(pages.get(provider.name())).flatMap(page -> page.knowledge);
    }

    /**
     * Takes what a poll brought; the result of a poll that began before another one whose result is in is passed over.
     *
     * @return what is known now
     */
    synchronized ProviderKnowledge learn(Provider provider, PollResult result, Instant startedAt) {
        Page page = required(provider);
        Instant now = clock.instant();
        Optional<ProviderKnowledge> before = page.knowledge;
        if (startedAt.isBefore(page.learnedFrom) && before.isPresent()) {
            return before.get();
        }
        page.learnedFrom = startedAt;
        ProviderKnowledge known = before.map(it -> it.after(result, now))
                .orElseGet(() -> ProviderKnowledge.first(Origin.of(provider), result, now));
        page.knowledge = Optional.of(known);
        page.counts = page.counts.polled(known.answered());
        DiscoveryLog.polled(provider, before, known);
        publish(page);
        return known;
    }

    /**
     * Takes what another replica learned.
     *
     * @return false where it is not of a provider as configured here, and passed over, or known here already
     */
    synchronized boolean follow(ProviderKnowledge known) {
        Optional<Page> page = page(known).filter(it -> !it.knowledge.equals(Optional.of(known)));
        page.ifPresent(it -> {
            it.knowledge = Optional.of(known);
            publish(it);
        });
        return page.isPresent();
    }

    /** Takes out of sight what was kept for a time that is over. */
    synchronized void expire() {
        Instant now = clock.instant();
        for (Page page : pages.values()) {
            if (page.expiresAt.filter(at -> !now.isBefore(at)).isPresent()) {
                publish(page);
            }
        }
    }

    private Optional<Page> page(ProviderKnowledge known) {
        return Optional.ofNullable(pages.get(known.origin().provider()))
                .filter(page -> Origin.of(page.provider).equals(known.origin()));
    }

    private Page required(Provider provider) {
        return Optional.ofNullable(pages.get(provider.name()))
                .orElseThrow(() -> new IllegalArgumentException("no provider is called " + provider.name()));
    }

    private void publish(Page page) {
        expose(page);
        LiveSettings.Swap swap = live.take(inventory);
        InventoryDiff diff = InventoryDiff.between(swap.before(), swap.after(), page.provider.name());
        if (diff.changed()) {
            page.counts = page.counts.changed(diff);
            page.lastChange = Optional.of(new ProviderChange(clock.instant(), diff));
            DiscoveryLog.changed(page.provider, diff);
        }
        reportReadiness();
    }

    private void expose(Page page) {
        Instant now = clock.instant();
        page.entries = exposure.entries(page.provider, page.knowledge, now);
        page.expiresAt = exposure.nextChange(page.provider, page.knowledge, now);
        inventory = inventory.with(page.provider.name(), page.entries);
    }

    private void reportReadiness() {
        boolean settled = pages.values().stream().allMatch(this::settled);
        boolean nothingToKnow = pages.values().stream().noneMatch(page -> page.provider.on());
        boolean something = pages.values().stream().anyMatch(page -> !page.entries.isEmpty());
        if (settled && (something || nothingToKnow)) {
            readiness.inventoryLoaded();
        }
    }

    private boolean settled(Page page) {
        return !asks(page.provider)
                || page.knowledge.isPresent()
                || !page.provider.models().isEmpty();
    }

    /** How it stands with each provider, in configured order. */
    public synchronized List<ProviderStatus> status() {
        return pages.values().stream().map(this::status).toList();
    }

    private ProviderStatus status(Page page) {
        Map<ModelSource, Integer> models = new EnumMap<>(ModelSource.class);
        page.entries.forEach(entry -> models.merge(entry.source(), 1, Integer::sum));
        return new ProviderStatus(
                page.provider, asks(page.provider), page.knowledge, models, page.counts, page.lastChange);
    }
}
