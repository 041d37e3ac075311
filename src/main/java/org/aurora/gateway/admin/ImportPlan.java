package org.aurora.gateway.admin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.aurora.gateway.journal.JournalState;
import org.aurora.gateway.journal.Precondition;
import org.aurora.gateway.journal.Proposal;
import org.aurora.gateway.journal.SettingKind;
import org.aurora.gateway.journal.SettingName;
import org.aurora.gateway.settings.SettingsDocument;

/**
 * What an import comes to on a given state: only what differs.
 *
 * @param deletesOthers whether stored names that the document does not have are deleted
 * @param plannedOn the revision that whoever asks has seen the plan of; empty where any state will do
 * @param declared names that the configuration file declares: what is stored under them is out of sight and stays
 */
record ImportPlan(
        SettingsDocument document, boolean deletesOthers, Optional<Long> plannedOn, Predicate<SettingName> declared)
        implements Proposal.Plan {
    private static final Set<SettingKind> KINDS = Set.of(SettingKind.ALIAS, SettingKind.RULE, SettingKind.PRICE);

    @Override
    public List<Proposal.Item> on(JournalState state) {
        requireUnchanged(state);
        List<Proposal.Item> items = new ArrayList<>();
        addWrites(SettingKind.ALIAS, document.aliases(), state, items);
        addWrites(SettingKind.RULE, document.rules(), state, items);
        addWrites(SettingKind.PRICE, document.prices(), state, items);
        if (deletesOthers) {
            addDeletes(SettingKind.ALIAS, document.aliases(), state, items);
            addDeletes(SettingKind.RULE, document.rules(), state, items);
            addDeletes(SettingKind.PRICE, document.prices(), state, items);
        }
        return items;
    }

    private void requireUnchanged(JournalState state) {
        if (plannedOn.filter(revision -> state.changedSince(revision, KINDS)).isPresent()) {
            throw new GatewayException(
                    ErrorCode.SUPERSEDED,
                    "An alias, an access rule or a price has changed since revision " + plannedOn.get()
                            + ". Nothing was written. Ask with dry_run=true what the import would do now, then send that"
                            + " answer's revision.");
        }
    }

    private static void addWrites(
            SettingKind kind, Map<String, String> values, JournalState state, List<Proposal.Item> items) {
        values.forEach((name, value) -> {
            SettingName setting = new SettingName(kind, name);
            boolean same = state.current(setting)
                    .flatMap(change -> change.value())
                    .filter(value::equals)
                    .isPresent();
            if (!same) {
                items.add(new Proposal.Item(setting, Optional.of(value), new Precondition.None()));
            }
        });
    }

    private void addDeletes(
            SettingKind kind, Map<String, String> values, JournalState state, List<Proposal.Item> items) {
        state.all(kind)
                .filter(change -> !values.containsKey(change.setting().name()))
                .filter(change -> !declared.test(change.setting()))
                .sorted(Comparator.comparing(change -> change.setting().name()))
                .forEach(change ->
                        items.add(new Proposal.Item(change.setting(), Optional.empty(), new Precondition.None())));
    }
}
