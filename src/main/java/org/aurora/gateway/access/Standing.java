package org.aurora.gateway.access;

import java.util.Optional;
import org.aurora.gateway.caller.KeyLists;
import org.aurora.gateway.caller.UserPath;

/**
 * What all decisions about a caller depend on, on one snapshot: callers of equal standing may use the same names. It
 * makes one answer out of those to all callers below a place that no rule tells apart.
 *
 * @param fullRights whether only a rule that denies everyone keeps this caller out
 * @param place the deepest place, at or above the caller's, that any rule mentions
 * @param lists what the caller's key limits it to
 */
public record Standing(boolean fullRights, Optional<UserPath> place, KeyLists lists) {}
