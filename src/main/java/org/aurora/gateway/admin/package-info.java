/**
 * The admin API under {@code /admin/api/v1}: one processor for each step that {@code routes/admin/} names. Writes are
 * proposals, checked against the newest state and added to the journal.
 */
@NullMarked
package org.aurora.gateway.admin;

import org.jspecify.annotations.NullMarked;
