package org.aurora.gateway.admin;

import java.util.List;
import org.apache.camel.Exchange;
import org.aurora.gateway.journal.SettingChange;
import org.aurora.gateway.live.LiveSettings;
import org.aurora.gateway.live.SettingsState;

/** The state to show what was written in: the newest, or, where its name has changed since, the one it made. */
final class WrittenState {
    private WrittenState() {}

    /** Reads the variables {@code before} and {@code changes}, of which the first is the one to show. */
    static SettingsState of(Exchange exchange, LiveSettings live) {
        SettingsState before = exchange.getVariable("before", SettingsState.class);
        List<?> changes = exchange.getVariable("changes", List.class);
        if (changes.isEmpty()) {
            return before;
        }
        SettingChange change = (SettingChange) changes.get(0);
        SettingsState newest = live.state();
        boolean still = newest.journal()
                .current(change.setting())
                .filter(change::equals)
                .isPresent();
        return still ? newest : live.after(before, List.of(change));
    }
}
