package org.aurora.gateway.live;

import org.aurora.gateway.journal.SettingName;

/**
 * A row of the journal that could not be read and was passed over.
 *
 * @param problem one sentence
 */
public record UnreadableSetting(SettingName setting, long revision, String problem) {}
