/**
 * Settings as a journal: everything an operator changes is one numbered row, and the state is the last row of each
 * name. Optimistic locking, history, time travel, revert and replication all follow from that.
 */
@NullMarked
package org.aurora.gateway.journal;

import org.jspecify.annotations.NullMarked;
