package org.aurora.gateway.spool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.aurora.gateway.usage.UsageEvent;

/** Puts a batch together from the lines of one segment or several. */
final class BatchReader {
    private static final long MOST_DAMAGED_BYTES = 4 << 20;

    private final int most;
    private final List<UsageEvent> events = new ArrayList<>();
    private final List<byte[]> damaged = new ArrayList<>();
    private long damagedBytes;
    private long before;
    private SpoolPosition end;

    private BatchReader(SpoolPosition from, int most) {
        this.end = from;
        this.before = from.number();
        this.most = most;
    }

    /**
     * The next events behind a place, up to the first gap in their numbers.
     *
     * @param segments how many bytes of each segment may be read, by the number of its first event
     */
    static SpoolBatch read(
            SpoolFolder folder, String spool, SpoolPosition from, NavigableMap<Long, Long> segments, int most)
            throws IOException {
        BatchReader batch = new BatchReader(from, most);
        for (Map.Entry<Long, Long> segment :
                segments.tailMap(from.segment(), true).entrySet()) {
            if (!batch.readSegment(folder, segment.getKey(), segment.getValue())) {
                break;
            }
        }
        return new SpoolBatch(spool, batch.before, batch.events, batch.damaged, batch.end);
    }

    /** Whether the batch may go on in the next segment. */
    private boolean readSegment(SpoolFolder folder, long segment, long limit) throws IOException {
        if (segment > end.segment()) {
            end = new SpoolPosition(segment, 0, end.number());
        }
        try (SegmentReader lines = new SegmentReader(folder.segment(segment), end.offset(), limit)) {
            for (Optional<SegmentReader.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (!take(segment, line.get())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether the batch may go on. */
    private boolean take(long segment, SegmentReader.Line line) {
        Optional<SpoolLine> read = SpoolLine.read(line.bytes());
        if (read.isPresent() && read.get().number() <= end.number()) {
            // What is damaged before it was set aside when it was passed.
            damaged.clear();
            end = new SpoolPosition(segment, line.end(), end.number());
            return true;
        }
        Optional<UsageEvent> event = read.flatMap(BatchReader::event);
        if (event.isEmpty()) {
            damaged.add(line.bytes());
            damagedBytes += line.bytes().length;
            end = new SpoolPosition(segment, line.end(), end.number());
            return damagedBytes < MOST_DAMAGED_BYTES;
        }
        long number = read.get().number();
        if (events.isEmpty()) {
            before = number - 1;
        } else if (number != end.number() + 1) {
            return false;
        }
        events.add(event.get());
        end = new SpoolPosition(segment, line.end(), number);
        return events.size() < most;
    }

    private static Optional<UsageEvent> event(SpoolLine line) {
        try {
            return Optional.of(UsageEventJson.read(line.json()));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
