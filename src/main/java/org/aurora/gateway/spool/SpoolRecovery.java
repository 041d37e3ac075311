package org.aurora.gateway.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an earlier process left in the folder, its torn end cut off.
 *
 * @param segments how many bytes each finished segment has, by the number of its first event
 * @param tail the number of the first event of the segment to be written on
 * @param tailBytes how many bytes are in that
 * @param last the number of the last event there is
 */
record SpoolRecovery(SpoolIdentity identity, Map<Long, Long> segments, long tail, long tailBytes, long last) {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolRecovery.class);

    static SpoolRecovery of(SpoolFolder folder, Losses losses) throws IOException {
        List<Long> firsts = folder.segments();
        if (firsts.isEmpty()) {
            return new SpoolRecovery(made(folder, 1), Map.of(), 1, 0, 0);
        }
        Map<Long, Long> finished = new TreeMap<>();
        for (long first : firsts.subList(0, firsts.size() - 1)) {
            finished.put(first, Files.size(folder.segment(first)));
        }
        long tail = firsts.get(firsts.size() - 1);
        End end = cut(folder.segment(tail), tail, losses);
        return new SpoolRecovery(identity(folder, firsts.get(0)), finished, tail, end.bytes(), end.number());
    }

    private static SpoolIdentity identity(SpoolFolder folder, long first) throws IOException {
        Optional<SpoolIdentity> known = folder.identity();
        if (known.isEmpty()) {
            LOG.warn("The id of the recorded calls in the data folder is gone; those that wait may be counted twice");
        }
        return known.isPresent() ? known.get() : made(folder, first);
    }

    private static SpoolIdentity made(SpoolFolder folder, long since) throws IOException {
        SpoolIdentity identity = SpoolIdentity.random(since);
        folder.keep(identity);
        return identity;
    }

    private record End(long bytes, long number) {}

    /** Ends the segment behind the last line that is whole: what a crash leaves may be half of one, or zeros. */
    private static End cut(Path file, long first, Losses losses) throws IOException {
        End end = new End(0, first - 1);
        long size = Files.size(file);
        int torn = 0;
        try (SegmentReader lines = new SegmentReader(file, 0, size)) {
            for (Optional<SegmentReader.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                Optional<SpoolLine> read =
                        line.filter(SegmentReader.Line::whole).flatMap(whole -> SpoolLine.read(whole.bytes()));
                if (read.isPresent()) {
                    end = new End(
                            line.get().end(), Math.max(end.number(), read.get().number()));
                    torn = 0;
                } else {
                    torn++;
                }
            }
        }
        if (end.bytes() < size) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(end.bytes());
                channel.force(true);
            }
            losses.count(torn, "a crash tore the last %d bytes, which were cut off".formatted(size - end.bytes()));
        }
        return end;
    }
}
