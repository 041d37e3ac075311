package org.aurora.gateway.live;

import java.util.Optional;
import java.util.Set;
import org.aurora.gateway.access.AccessRule;
import org.aurora.gateway.journal.SettingChange;
import org.aurora.gateway.journal.SettingName;
import org.aurora.gateway.model.ModelText;
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
     * What is done about a value that cannot be read: an alias stays as it was; a key and what a rule speaks of are
     * closed, since what cannot be read may be that somebody closed them; a price is what it is without it, since an old
     * one would be wrong.
     */
    static Optional<StoredChange> insteadOf(SettingChange unreadable) {
        return switch (unreadable.setting().kind()) {
            case ALIAS -> Optional.empty();
            case RULE ->
                ModelText.problem(unreadable.setting().name(), AccessRule.MAX_SELECTOR_CHARACTERS)
                                .isPresent()
                        ? Optional.empty()
                        : Optional.of(new StoredChange.RuleWritten(
                                new AccessRule(unreadable.setting().name(), false, Optional.empty())));
            case KEY ->
                Optional.of(new StoredChange.KeyDeleted(unreadable.setting().name()));
            case PRICE ->
                Optional.of(new StoredChange.PriceDeleted(unreadable.setting().name()));
        };
    }
}
