/** The database: where it is, whether it is there, and how rows become changes. The SQL is in {@code sql/}. */
@NullMarked
package org.aurora.gateway.store;

import org.jspecify.annotations.NullMarked;
