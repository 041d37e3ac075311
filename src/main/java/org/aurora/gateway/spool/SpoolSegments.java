package org.aurora.gateway.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The segments there are: finished ones, and the one that grows. Not safe for several threads. */
final class SpoolSegments {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolSegments.class);

    private final SpoolFolder folder;
    private final SegmentFile.Opener opener;
    /** How many bytes each finished segment has, by the number of its first event. */
    private final NavigableMap<Long, Long> finished;

    private long finishedBytes;
    private SpoolTail tail;

    SpoolSegments(SpoolFolder folder, SegmentFile.Opener opener, SpoolRecovery found) throws IOException {
        this.folder = folder;
        this.opener = opener;
        this.finished = new TreeMap<>(found.segments());
        this.finishedBytes =
                finished.values().stream().mapToLong(Long::longValue).sum();
        this.tail = new SpoolTail(opener.open(folder.segment(found.tail())), found.tail(), found.tailBytes());
        folder.force();
    }

    SpoolTail tail() {
        return tail;
    }

    /** Bytes, those in memory included. */
    long bytes() {
        return finishedBytes + tail.bytes();
    }

    /** The number of the first event of the oldest one. */
    long first() {
        return finished.isEmpty() ? tail.first() : finished.firstKey();
    }

    /** Behind the last line that would outlive a loss of power. */
    SpoolPosition end(long last) {
        return new SpoolPosition(tail.first(), tail.forced(), last);
    }

    /** How many bytes of each may be read: those that would outlive a loss of power. */
    NavigableMap<Long, Long> readable() {
        NavigableMap<Long, Long> readable = new TreeMap<>(finished);
        readable.put(tail.first(), tail.forced());
        return readable;
    }

    /** The one that an event is in, if it is anywhere. */
    long holding(long number) {
        return Optional.ofNullable(readable().floorKey(number)).orElse(first());
    }

    /** Goes on in another file; where that cannot be made, in the same one. */
    void begin(long next) throws IOException {
        tail.write();
        tail.force();
        SpoolTail full = tail;
        tail = new SpoolTail(opener.open(folder.segment(next)), next, 0);
        if (full.first() < next) {
            finished.put(full.first(), full.written());
            finishedBytes += full.written();
        }
        full.close();
        folder.force();
    }

    /** Deletes the segments that lie wholly before a place; returns the same place, in the next segment if it was at an end. */
    SpoolPosition deleteBefore(SpoolPosition place) {
        SpoolPosition done = place;
        while (!finished.isEmpty()) {
            long first = finished.firstKey();
            if (first == done.segment() && done.offset() >= finished.getOrDefault(first, 0L)) {
                long next = Optional.ofNullable(finished.higherKey(first)).orElse(tail.first());
                done = new SpoolPosition(next, 0, done.number());
            }
            if (first >= done.segment() || !delete(first)) {
                return done;
            }
            drop(first);
        }
        return done;
    }

    private void drop(long segment) {
        finishedBytes -= finished.getOrDefault(segment, 0L);
        finished.remove(segment);
    }

    private boolean delete(long segment) {
        try {
            Files.deleteIfExists(folder.segment(segment));
            return true;
        } catch (IOException e) {
            LOG.warn("A segment whose calls are delivered cannot be deleted: {}", e.getMessage());
            return false;
        }
    }

    /**
     * Forgets segments that somebody deleted.
     *
     * @param done the number of the last event that is not needed any more
     * @param last the number of the last event there is
     * @return how many events were in them that were needed
     */
    long forgetMissing(long done, long last) throws IOException {
        if (Files.notExists(folder.segment(tail.first()))) {
            begin(last + 1);
        }
        long missing = 0;
        long next = tail.first();
        for (long first : List.copyOf(finished.descendingKeySet())) {
            if (Files.notExists(folder.segment(first))) {
                drop(first);
                missing += Math.max(0, next - Math.max(first, done + 1));
            }
            next = first;
        }
        return missing;
    }

    /** Nothing can be written after that. */
    void close() {
        try {
            tail.close();
        } catch (IOException e) {
            LOG.warn("A segment could not be closed: {}", e.getMessage());
        }
    }
}
