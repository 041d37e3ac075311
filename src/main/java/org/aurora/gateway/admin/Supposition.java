package org.aurora.gateway.admin;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aurora.gateway.journal.Proposal;
import org.aurora.gateway.journal.SettingChange;
import org.aurora.gateway.live.LiveSettings;
import org.aurora.gateway.live.ProposalCheck;
import org.aurora.gateway.live.SettingsState;
import org.aurora.gateway.resolve.AliasView;
import org.aurora.gateway.resolve.RuleView;
import org.aurora.gateway.resolve.Snapshot;
import org.aurora.gateway.settings.SettingsDocument;

/** What calls would be decided on if some more were stored; nothing is. */
final class Supposition {
    private final LiveSettings live;
    private final ProposalCheck check;

    Supposition(LiveSettings live, Clock clock) {
        this.live = live;
        this.check = new ProposalCheck(live, clock);
    }

    /**
     * The snapshot in force, with these settings in place of those of the same names.
     *
     * @throws org.aurora.gateway.error.GatewayException where they could not be written
     */
    Snapshot with(SettingsDocument settings, Proposal.Author author) {
        SettingsState state = live.state();
        Proposal proposal = new Proposal(author, new ImportPlan(settings, false, Optional.empty(), setting -> false));
        List<SettingChange> changes = check.rows(proposal, state);
        return changes.isEmpty() ? state.snapshot() : live.after(state, changes).snapshot();
    }

    /** What whoever writes these settings may not mean. */
    static List<String> warnings(SettingsDocument settings, Snapshot with) {
        return Stream.concat(
                        settings.aliases().keySet().stream()
                                .flatMap(name -> AliasView.find(with, name).stream())
                                .flatMap(view -> view.warnings().stream()),
                        settings.rules().keySet().stream()
                                .flatMap(selector -> RuleView.find(with, selector).stream())
                                .flatMap(view -> view.warnings().stream()))
                .toList();
    }
}
