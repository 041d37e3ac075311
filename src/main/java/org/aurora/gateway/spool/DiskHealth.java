package org.aurora.gateway.spool;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the disk takes what it is given; said in the log when that changes, and only then. Not safe for several threads. */
final class DiskHealth {
    private static final Logger LOG = LoggerFactory.getLogger(DiskHealth.class);

    private boolean failing;

    /** Since the last failure nothing was written and forced as a whole. */
    boolean failing() {
        return failing;
    }

    void failed(IOException cause) {
        if (!failing) {
            failing = true;
            LOG.error("Recorded calls cannot be written to the disk: {}", cause.getMessage());
        }
    }

    /** All that was there to be written is written and forced. */
    void well(long lostSoFar) {
        if (failing) {
            failing = false;
            LOG.info("Recorded calls are written to the disk again; {} were lost since the start", lostSoFar);
        }
    }
}
