package org.aurora.gateway.discovery;

import org.aurora.gateway.resolve.InventoryDiff;

/**
 * What happened to one provider's models since the start of the process.
 *
 * @param polls how often it was asked from here
 * @param failed how many of these gave no list
 * @param added how many ids came, those of the first list included
 * @param gone how many went
 */
public record PollCounts(long polls, long failed, long added, long gone) {
    static final PollCounts NONE = new PollCounts(0, 0, 0, 0);

    PollCounts polled(boolean answered) {
        return new PollCounts(polls + 1, answered ? failed : failed + 1, added, gone);
    }

    PollCounts changed(InventoryDiff diff) {
        return new PollCounts(
                polls, failed, added + diff.added().size(), gone + diff.gone().size());
    }
}
