package org.aurora.gateway.live;

import java.util.List;
import org.aurora.gateway.journal.JournalState;
import org.aurora.gateway.resolve.Snapshot;

/**
 * One state of the settings, in one piece.
 *
 * @param journal each name's last change
 * @param snapshot what that comes to, together with what is declared
 * @param unreadable rows that were passed over
 */
public record SettingsState(JournalState journal, Snapshot snapshot, List<UnreadableSetting> unreadable) {}
