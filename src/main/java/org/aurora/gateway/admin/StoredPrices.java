package org.aurora.gateway.admin;

import org.aurora.gateway.journal.JournalState;
import org.aurora.gateway.journal.SettingChange;
import org.aurora.gateway.journal.SettingName;
import org.aurora.gateway.pricing.PriceTimeline;
import org.aurora.gateway.settings.ConfigurationException;
import org.aurora.gateway.settings.PriceDocument;

/** The timeline that the journal holds under a name. */
final class StoredPrices {
    private StoredPrices() {}

    /** Empty where nothing is stored, and where what is stored cannot be read and so is not in force either. */
    static PriceTimeline of(JournalState state, SettingName setting, String currency) {
        return state.current(setting)
                .flatMap(SettingChange::value)
                .map(json -> readable(setting, json, currency))
                .orElse(PriceTimeline.EMPTY);
    }

    private static PriceTimeline readable(SettingName setting, String json, String currency) {
        try {
            return PriceDocument.read(setting.name(), json, currency);
        } catch (ConfigurationException e) {
            return PriceTimeline.EMPTY;
        }
    }
}
