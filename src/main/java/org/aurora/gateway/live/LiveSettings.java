package org.aurora.gateway.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aurora.gateway.inventory.Inventory;
import org.aurora.gateway.journal.JournalState;
import org.aurora.gateway.journal.SettingChange;
import org.aurora.gateway.pricing.PriceList;
import org.aurora.gateway.provider.Provider;
import org.aurora.gateway.resolve.Snapshot;
import org.aurora.gateway.resolve.StoredChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is in force in this process: the journal as far as it is known here, and the snapshot made from it. Readers get
 * both in one piece; writers take turns.
 */
public final class LiveSettings {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSettings.class);

    private final Snapshot declared;
    private volatile SettingsState state;
    private volatile boolean provisional;

    /**
     * @param declared what the configuration alone comes to
     */
    public LiveSettings(Snapshot declared) {
        this.declared = declared;
        this.state = new SettingsState(JournalState.empty(), declared, List.of());
    }

    public SettingsState state() {
        return state;
    }

    /** What the next request is decided on. */
    public Snapshot snapshot() {
        return state.snapshot();
    }

    /** The names that a target may give as its provider. */
    public Set<String> providerNames() {
        return declared.providers().stream().map(Provider::name).collect(Collectors.toUnmodifiableSet());
    }

    /** The one currency of prices. */
    public String currency() {
        return declared.pricing().currency();
    }

    /**
     * Puts changes into force. They are left for later where the changes before them are not known here.
     *
     * @param known the revision after which they are complete
     * @param newest the revision up to which they are complete
     * @param changes in order of revision; those known already are passed over
     */
    public synchronized void take(long known, long newest, List<SettingChange> changes) {
        if (known <= state.journal().revision()) {
            state = after(state, newest, changes);
        }
    }

    /** Puts a whole journal into force, in place of a longer one. */
    public synchronized void replace(long newest, List<SettingChange> changes) {
        provisional = false;
        SettingsState whole = after(nothingStored(), newest, changes);
        state = new SettingsState(whole.journal(), whole.snapshot().succeeding(snapshot()), whole.unreadable());
    }

    /** Puts a journal into force that was kept elsewhere, until the real one can be read. */
    public synchronized void assume(JournalState kept) {
        replace(kept.revision(), kept.changes());
        provisional = true;
    }

    /** Whether what is in force did not come from the journal itself. */
    public boolean provisional() {
        return provisional;
    }

    private SettingsState nothingStored() {
        Snapshot now = snapshot();
        return new SettingsState(
                JournalState.empty(),
                declared.with(now.inventory()).with(now.pricing().list()),
                List.of());
    }

    /**
     * Puts another inventory into force, beside whatever settings are.
     *
     * @return the snapshots right before and after
     */
    public synchronized Swap take(Inventory newer) {
        Snapshot before = state.snapshot();
        state = new SettingsState(state.journal(), before.with(newer), state.unreadable());
        return new Swap(before, state.snapshot());
    }

    /** Puts another public list of prices into force, beside whatever settings are. */
    public synchronized void take(PriceList newer) {
        state = new SettingsState(state.journal(), state.snapshot().with(newer), state.unreadable());
    }

    /** Two snapshots that followed one another. */
    public record Swap(Snapshot before, Snapshot after) {}

    /** The state that some changes make of another one, whether or not it is in force. */
    public SettingsState after(SettingsState before, List<SettingChange> changes) {
        return after(before, changes.get(changes.size() - 1).revision(), changes);
    }

    /** The state that a journal comes to on today's inventory, beside the one in force; for looking back. */
    public SettingsState at(JournalState journal) {
        return after(nothingStored(), journal.revision(), journal.changes());
    }

    private SettingsState after(SettingsState before, long newest, List<SettingChange> changes) {
        if (newest <= before.journal().revision()) {
            return before;
        }
        List<StoredChange> readable = new ArrayList<>();
        List<UnreadableSetting> unreadable = new ArrayList<>(before.unreadable());
        for (SettingChange change : changes) {
            if (change.revision() > before.journal().revision()) {
                unreadable.removeIf(row -> row.setting().equals(change.setting()));
                read(change, readable, unreadable);
            }
        }
        return new SettingsState(
                before.journal().with(newest, changes), before.snapshot().with(readable), List.copyOf(unreadable));
    }

    /** A row that cannot be read leaves every other row in force; see {@link StoredSetting#insteadOf} about its own. */
    private void read(SettingChange change, List<StoredChange> readable, List<UnreadableSetting> unreadable) {
        try {
            readable.add(StoredSetting.read(change, providerNames(), currency()));
        } catch (RuntimeException e) {
            LOG.warn(
                    "Revision {} of the journal cannot be read and is passed over: {} {}",
                    change.revision(),
                    change.setting().kind().text(),
                    e.getMessage());
            StoredSetting.insteadOf(change).ifPresent(readable::add);
            unreadable.add(new UnreadableSetting(change.setting(), change.revision(), String.valueOf(e.getMessage())));
        }
    }
}
