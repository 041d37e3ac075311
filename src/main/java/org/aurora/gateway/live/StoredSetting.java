package org.aurora.gateway.live;

import java.util.Optional;
import java.util.Set;
import org.aurora.gateway.journal.SettingChange;
import org.aurora.gateway.journal.SettingName;
import org.aurora.gateway.resolve.StoredChange;
import org.aurora.gateway.settings.AliasDocument;
import org.aurora.gateway.settings.KeyDocument;
import org.aurora.gateway.settings.PriceDocument;
import org.aurora.gateway.settings.RuleDocument;

/** Gives the JSON of the journal its meaning. */
final class StoredSetting {
    private StoredSetting() {}

    static StoredChange read(SettingChange change, Set<String> providers, String currency) {
        return read(change.setting(), change.value(), providers, currency);
    }

    /**
     * @param value the setting as JSON; empty where it is deleted
     * @param currency the one that prices have to be in
     * @throws RuntimeException where the value is not a setting of its kind; the message says why
     */
    static StoredChange read(SettingName setting, Optional<String> value, Set<String> providers, String currency) {
        String name = setting.name();
        return switch (setting.kind()) {
            case ALIAS ->
                value.<StoredChange>map(
                                json -> new StoredChange.AliasWritten(AliasDocument.read(name, json, providers)))
                        .orElseGet(() -> new StoredChange.AliasDeleted(name));
            case RULE ->
                value.<StoredChange>map(json -> new StoredChange.RuleWritten(RuleDocument.read(name, json)))
                        .orElseGet(() -> new StoredChange.RuleDeleted(name));
            case KEY ->
                value.<StoredChange>map(json -> new StoredChange.KeyWritten(KeyDocument.read(name, json)))
                        .orElseGet(() -> new StoredChange.KeyDeleted(name));
            case PRICE ->
                value.<StoredChange>map(
                                json -> new StoredChange.PriceWritten(name, PriceDocument.read(name, json, currency)))
                        .orElseGet(() -> new StoredChange.PriceDeleted(name));
        };
    }

    /**
     * What is done about a value that cannot be read: nothing, so that its name stays as it was; but a key opens nothing
     * any more, since what cannot be read may be that it was revoked.
     */
    static Optional<StoredChange> insteadOf(SettingChange unreadable) {
        return switch (unreadable.setting().kind()) {
            case ALIAS, RULE, PRICE -> Optional.empty();
            case KEY ->
                Optional.of(new StoredChange.KeyDeleted(unreadable.setting().name()));
        };
    }
}
