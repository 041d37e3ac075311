/** Recorded calls on their way to the database: they wait on disk, in order, for as long as it takes. */
@NullMarked
package org.aurora.gateway.spool;

import org.jspecify.annotations.NullMarked;
