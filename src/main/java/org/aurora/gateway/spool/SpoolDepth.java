package org.aurora.gateway.spool;

import java.time.Instant;
import java.util.Optional;

/** How much waits for the database, as it was when that last changed. */
record SpoolDepth(long events, long bytes, Optional<Instant> oldest) {}
