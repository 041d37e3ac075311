package org.aurora.gateway.discovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.aurora.gateway.inventory.ProviderKnowledge;
import org.aurora.gateway.provider.Provider;

/**
 * When each provider is to be asked for its models: at once where nothing is known of it, then each interval, a tenth
 * more or less, so that many do not come together; after failures in a row at growing distances, up to four intervals.
 * Safe for several threads.
 */
public final class PollSchedule {
    private static final int LONGEST_BACK_OFF = 4;
    private static final double JITTER = 0.1;
    private static final Duration UNKNOWN_MODEL_PAUSE = Duration.ofMinutes(1);
    /** Well beyond the time limit of a poll: such a poll's end got lost. */
    private static final Duration LOST = Duration.ofSeconds(30);

    private final InventoryBook book;
    private final Duration interval;
    private final BooleanSupplier inCharge;
    private final Clock clock;
    private final RandomGenerator random;
    private final Map<String, Slot> slots = new HashMap<>();
    private final Set<String> wanted = ConcurrentHashMap.newKeySet();
    private boolean begun;

    /**
     * @param inCharge whether this process polls as a matter of course; one that is not polls only what nobody else does
     */
    public PollSchedule(
            InventoryBook book, Duration interval, BooleanSupplier inCharge, Clock clock, RandomGenerator random) {
        this.book = book;
        this.interval = interval;
        this.inCharge = inCharge;
        this.clock = clock;
        this.random = random;
    }

    private static final class Slot {
        private Instant polledAt = Instant.MIN;
        private Instant dueAt = Instant.MIN;
        private Optional<Instant> runningSince = Optional.empty();
        private Instant lastBegun = Instant.MIN;
    }

    /** Before this, nothing is due: what others know has to be read first. */
    public synchronized void begin() {
        begun = true;
    }

    /** The providers to ask now; each counts as being asked from now on. */
    synchronized List<Provider> takeDue() {
        List<Provider> due = new ArrayList<>();
        Instant now = clock.instant();
        if (begun) {
            boolean charge = inCharge.getAsBoolean();
            for (Provider provider : book.providers()) {
                if (book.asks(provider) && due(provider, now, charge)) {
                    begin(slot(provider), now);
                    due.add(provider);
                }
            }
        }
        return due;
    }

    private boolean due(Provider provider, Instant now, boolean charge) {
        Slot slot = slot(provider);
        if (slot.runningSince.filter(since -> now.isBefore(since.plus(LOST))).isPresent()) {
            return false;
        }
        Optional<ProviderKnowledge> known = book.knowledge(provider);
        boolean wantedNow = wanted.remove(provider.name());
        if (known.isEmpty() || (known.get().restored() && slot.lastBegun.equals(Instant.MIN))) {
            return true;
        }
        if (wantedNow && longAgo(slot.lastBegun, now) && longAgo(known.get().polledAt(), now)) {
            return true;
        }
        if (!known.get().polledAt().equals(slot.polledAt)) {
            slot.polledAt = known.get().polledAt();
            slot.dueAt = slot.polledAt.plus(jittered(delay(known.get().failures())));
        }
        // One that is not in charge steps in where the one that is does not know the provider.
        Instant at = charge ? slot.dueAt : slot.dueAt.plus(delay(LONGEST_BACK_OFF));
        return !now.isBefore(at);
    }

    private static boolean longAgo(Instant then, Instant now) {
        return then.equals(Instant.MIN) || !now.isBefore(then.plus(UNKNOWN_MODEL_PAUSE));
    }

    private Duration delay(int failures) {
        int factor = failures < 2 ? 1 : 1 << Math.min(failures - 1, 30);
        return interval.multipliedBy(Math.min(factor, LONGEST_BACK_OFF));
    }

    private Duration jittered(Duration delay) {
        double factor = 1 + JITTER * (2 * random.nextDouble() - 1);
        return Duration.ofMillis((long) (delay.toMillis() * factor));
    }

    private Slot slot(Provider provider) {
        return slots.computeIfAbsent(provider.name(), name -> new Slot());
    }

    private static void begin(Slot slot, Instant now) {
        slot.runningSince = Optional.of(now);
        slot.lastBegun = now;
    }

    /** Notes a poll that was not due. */
    synchronized void begun(Provider provider) {
        begin(slot(provider), clock.instant());
    }

    /** Notes the end of a poll. */
    synchronized void ended(Provider provider) {
        slot(provider).runningSince = Optional.empty();
    }

    /**
     * Asks soon for the models of a provider that somebody named an unknown model of, unless it was asked within the
     * last minute. Never waits; any thread.
     */
    public void wanted(String name) {
        if (book.provider(name).isPresent()) {
            wanted.add(name);
        }
    }
}
