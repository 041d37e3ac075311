package org.aurora.gateway.live;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.aurora.gateway.journal.JournalState;
import org.aurora.gateway.journal.Precondition;
import org.aurora.gateway.journal.PreconditionFailed;
import org.aurora.gateway.journal.Proposal;
import org.aurora.gateway.journal.SettingChange;
import org.aurora.gateway.model.WriteRefusal;
import org.aurora.gateway.resolve.StoredChange;

/** Decides on the newest state whether a proposal may be written, and as which rows. */
public final class ProposalCheck {
    private final LiveSettings live;
    private final Clock clock;

    public ProposalCheck(LiveSettings live, Clock clock) {
        this.live = live;
        this.clock = clock;
    }

    /**
     * The rows to add, at the revisions right after the last one of the state; none where nothing would change.
     *
     * @throws GatewayException or {@link PreconditionFailed} where the proposal is refused
     */
    public List<SettingChange> rows(Proposal proposal, SettingsState state) {
        List<Proposal.Item> items = proposal.plan().on(state.journal());
        List<WriteRefusal> refusals = refusals(state, items);
        throwFirst(refusals, true);
        for (Proposal.Item item : items) {
            requirePrecondition(item, state.journal());
            requireSomethingToDelete(item, state.journal());
        }
        throwFirst(refusals, false);
        return rows(proposal.author(), items, state.journal());
    }

    private List<WriteRefusal> refusals(SettingsState state, List<Proposal.Item> items) {
        List<StoredChange> changes = items.stream()
                .map(item -> StoredSetting.read(item.setting(), item.value(), live.providerNames(), live.currency()))
                .toList();
        return state.snapshot().refusals(changes);
    }

    private static void throwFirst(List<WriteRefusal> refusals, boolean managed) {
        refusals.stream()
                .filter(refusal -> (refusal.code() == ErrorCode.MANAGED_BY_CONFIG) == managed)
                .findFirst()
                .ifPresent(refusal -> {
                    throw refusal.toException();
                });
    }

    private static void requirePrecondition(Proposal.Item item, JournalState journal) {
        if (item.precondition() instanceof Precondition.StillAt) {
            if (!item.precondition().holds(journal.lastChange(item.setting()))) {
                throw new GatewayException(
                        ErrorCode.SUPERSEDED,
                        "The name has changed since that revision. Look at it, then say If-Match with its ETag.");
            }
        } else if (!item.precondition().holds(journal.current(item.setting()))) {
            throw new PreconditionFailed(item.setting(), journal.current(item.setting()));
        }
    }

    private static void requireSomethingToDelete(Proposal.Item item, JournalState journal) {
        if (item.deletes() && journal.current(item.setting()).isEmpty()) {
            throw new GatewayException(ErrorCode.NOT_FOUND, "There is nothing of that name to delete.");
        }
    }

    private List<SettingChange> rows(Proposal.Author author, List<Proposal.Item> items, JournalState journal) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<SettingChange> rows = new ArrayList<>();
        for (Proposal.Item item : items) {
            rows.add(new SettingChange(
                    journal.revision() + rows.size() + 1,
                    item.setting(),
                    journal.nextVersion(item.setting()),
                    author.actor(),
                    author.claimed(),
                    now,
                    author.reason(),
                    item.value()));
        }
        return rows;
    }
}
