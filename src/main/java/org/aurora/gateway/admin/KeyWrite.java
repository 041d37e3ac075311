package org.aurora.gateway.admin;

import java.util.Optional;
import org.aurora.gateway.journal.SettingName;
import org.aurora.gateway.model.Secret;

/**
 * Which key is written, for the answer.
 *
 * @param value the new key as its holder will have it; empty where the write makes none
 */
record KeyWrite(SettingName setting, Optional<Secret> value) {
    static final String VARIABLE = "keyWrite";
}
