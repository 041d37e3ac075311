package org.aurora.gateway.spool;

import java.util.Comparator;

/**
 * A place between two lines.
 *
 * @param segment the number of the first event of its segment
 * @param offset bytes from the segment's beginning
 * @param number the number of the last event before it; later ones may be missing there, earlier ones are not after it
 */
record SpoolPosition(long segment, long offset, long number) implements Comparable<SpoolPosition> {
    private static final Comparator<SpoolPosition> ORDER =
            Comparator.comparingLong(SpoolPosition::segment).thenComparingLong(SpoolPosition::offset);

    /** Before the first event of a segment, of which those up to a number are done. */
    static SpoolPosition startOf(long segment, long done) {
        return new SpoolPosition(segment, 0, Math.max(done, segment - 1));
    }

    /** Where it is in the files; the number does not count. */
    @Override
    public int compareTo(SpoolPosition other) {
        return ORDER.compare(this, other);
    }
}
