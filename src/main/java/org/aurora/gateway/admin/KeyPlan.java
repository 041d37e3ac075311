package org.aurora.gateway.admin;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.aurora.gateway.caller.ManagedKey;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.aurora.gateway.journal.JournalState;
import org.aurora.gateway.journal.Precondition;
import org.aurora.gateway.journal.PreconditionFailed;
import org.aurora.gateway.journal.Proposal;
import org.aurora.gateway.journal.SettingChange;
import org.aurora.gateway.journal.SettingName;
import org.aurora.gateway.settings.ConfigurationException;
import org.aurora.gateway.settings.KeyDocument;

/**
 * What becomes of a key that exists, from what it is on the newest state.
 *
 * @param change gives nothing where there is nothing to change
 */
record KeyPlan(SettingName setting, Precondition precondition, Function<ManagedKey, Optional<ManagedKey>> change)
        implements Proposal.Plan {
    @Override
    public List<Proposal.Item> on(JournalState state) {
        Optional<SettingChange> current = state.current(setting);
        if (!precondition.holds(current)) {
            throw new PreconditionFailed(setting, current);
        }
        ManagedKey key = current.flatMap(SettingChange::value)
                .flatMap(this::read)
                .orElseThrow(() -> new GatewayException(ErrorCode.NOT_FOUND, "There is no key of that id."));
        return change
                .apply(key)
                .map(changed -> new Proposal.Item(setting, Optional.of(KeyDocument.write(changed)), precondition))
                .stream()
                .toList();
    }

    private Optional<ManagedKey> read(String value) {
        try {
            return Optional.of(KeyDocument.read(setting.name(), value));
        } catch (ConfigurationException | GatewayException e) {
            return Optional.empty();
        }
    }
}
