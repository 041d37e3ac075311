package org.aurora.gateway.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import org.aurora.gateway.usage.UsageBacklog;
import org.aurora.gateway.usage.UsageEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recorded calls on disk, between the calls and the database. Events are numbered from 1 over the spool's life, and appended
 * to segments, which are deleted whole once all their events are delivered. The database says how many it holds: that, and
 * nothing kept here, decides where delivery goes on, so a batch whose fate is unknown is never counted twice. Only what was
 * forced to the disk is delivered: a number that the database knows is never given again after a loss of power.
 *
 * <p>A disk that is full or fails, and a spool that is full, cost the calls that come then, which are counted, and nothing
 * else. Appending waits for the system's own buffers and not for the disk; one thread at a time delivers.
 */
public final class Spool implements UsageBacklog, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final long SEGMENT_BYTES = 16 << 20;
    /** So that a full spool has segments that can be deleted. */
    private static final int LEAST_SEGMENTS = 4;

    private final SpoolFolder folder;
    private final long maxBytes;
    private final long segmentBytes;
    private final Losses losses;
    private final SetAside setAside;
    private final long opened;
    private final Object forcing = new Object();

    /** Guards what follows. */
    private final Object state = new Object();

    private final SpoolSegments segments;
    private final DiskHealth disk = new DiskHealth();
    private SpoolIdentity identity;
    private long last;
    private SpoolPosition done;
    private long offered;
    private Optional<Instant> oldest;
    private boolean closed;
    private volatile SpoolDepth depth;

    private Spool(SpoolFolder folder, SegmentFile.Opener opener, long maxBytes, Clock clock) throws IOException {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.segmentBytes = Math.max(1, Math.min(SEGMENT_BYTES, maxBytes / LEAST_SEGMENTS));
        this.losses = new Losses(clock);
        this.setAside = new SetAside(folder, losses);
        SpoolRecovery found = SpoolRecovery.of(folder, losses);
        this.identity = found.identity();
        this.last = found.last();
        this.opened = last + 1;
        this.segments = new SpoolSegments(folder, opener, found);
        this.done = SpoolPosition.startOf(segments.first(), identity.since() - 1);
        this.oldest = BatchReader.read(folder, identity.id(), done, segments.readable(), 1).events().stream()
                .findFirst()
                .map(UsageEvent::at);
        this.depth = measured();
    }

    /**
     * Takes a folder, and makes it where it is not there.
     *
     * @param maxBytes how much may be in it, 1 or more
     * @throws SpoolUnusable where it cannot be written to, or another process has it
     */
    public static Spool open(Path folder, long maxBytes, Clock clock) {
        return open(folder, maxBytes, clock, SegmentFile::open);
    }

    static Spool open(Path path, long maxBytes, Clock clock, SegmentFile.Opener opener) {
        SpoolFolder folder = SpoolFolder.take(path);
        try {
            return new Spool(folder, opener, maxBytes, clock);
        } catch (IOException e) {
            folder.close();
            throw new SpoolUnusable("cannot read the recorded calls in " + path + ": " + e.getMessage(), e);
        }
    }

    /** Random, made with the folder. */
    public String id() {
        synchronized (state) {
            return identity.id();
        }
    }

    /** Adds an event; one that there is no room for is counted as lost. Never throws. */
    public void append(UsageEvent event) {
        try {
            byte[] json = UsageEventJson.write(event);
            synchronized (state) {
                add(json, event.at());
            }
        } catch (RuntimeException e) {
            LOG.debug("A call could not be written down", e);
            losses.count(1, "they could not be written down");
        }
    }

    private void add(byte[] json, Instant at) {
        byte[] line = new SpoolLine(last + 1, json).bytes();
        if (closed) {
            losses.count(1, "the gateway was stopping");
        } else if (segments.bytes() + line.length > maxBytes) {
            losses.count(1, "as much waits for the database as USAGE_SPOOL_MAX allows");
        } else if (!segments.tail().add(line)) {
            losses.count(1, "the disk of the data folder takes no more");
        } else {
            last++;
            oldest = oldest.or(() -> Optional.of(at));
            if (!disk.failing() && segments.tail().due()) {
                write();
            }
            depth = measured();
        }
    }

    private boolean write() {
        try {
            segments.tail().write();
            return true;
        } catch (IOException e) {
            disk.failed(e);
            return false;
        }
    }

    /** Has all that was appended so far outlive a loss of power; to be called each second or more often. Never throws. */
    public void force() {
        synchronized (forcing) {
            SpoolTail tail;
            long written;
            boolean failedBefore;
            boolean wrote;
            synchronized (state) {
                if (closed) {
                    return;
                }
                failedBefore = disk.failing();
                wrote = write();
                losses.say();
                tail = segments.tail();
                written = tail.written();
            }
            try {
                if (tail.forced() < written) {
                    tail.force();
                }
                synchronized (state) {
                    tail.forcedTo(written);
                    if (wrote && disk.failing() == failedBefore) {
                        beginSegmentWhereFull();
                        disk.well(losses.total());
                    }
                }
            } catch (IOException e) {
                synchronized (state) {
                    disk.failed(e);
                }
            }
        }
    }

    private void beginSegmentWhereFull() throws IOException {
        if (segments.tail().written() >= segmentBytes) {
            segments.begin(last + 1);
            moveTo(done);
        }
    }

    /** Whether there is anything that can be delivered. */
    public boolean waits() {
        synchronized (state) {
            return !closed && done.compareTo(segments.end(last)) < 0;
        }
    }

    /**
     * The next events to be delivered; the same ones again until they are forgotten.
     *
     * @param held how many events of the spool of this {@link #id()} the database holds
     * @param most how many there may be
     * @return empty where there is nothing, and where the spool had to take another id: then {@link #waits()} stays true
     * @throws UncheckedIOException where the disk cannot be read now
     */
    public Optional<SpoolBatch> next(long held, int most) {
        SpoolPosition from;
        NavigableMap<Long, Long> readable;
        synchronized (state) {
            if (held > Math.max(opened - 1, offered)) {
                takeAnotherId();
                return Optional.empty();
            }
            goTo(Math.max(held, identity.since() - 1));
            from = done;
            readable = segments.readable();
        }
        try {
            return offer(BatchReader.read(folder, id(), from, readable, most));
        } catch (NoSuchFileException e) {
            passOverMissing();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<SpoolBatch> offer(SpoolBatch batch) {
        synchronized (state) {
            if (!batch.events().isEmpty()) {
                offered = Math.max(offered, batch.end().number());
                oldest = Optional.of(batch.events().get(0).at());
                depth = measured();
                return Optional.of(batch);
            }
            if (!batch.damaged().isEmpty()) {
                return Optional.of(batch);
            }
            moveTo(batch.end());
            return Optional.empty();
        }
    }

    /** A copy of this folder, or a later state of it, delivers under the same id: its numbers are not ours. */
    private void takeAnotherId() {
        SpoolIdentity other = SpoolIdentity.random(Math.max(opened, offered + 1));
        try {
            folder.keep(other);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LOG.warn(
                "The database holds calls under the id of this gateway's spool that are not from here: the data folder was"
                        + " copied or put back. It goes on under another id");
        identity = other;
    }

    private void goTo(long wanted) {
        long number = Math.max(wanted, segments.first() - 1);
        if (number < done.number()) {
            LOG.warn(
                    "The database lacks {} calls that it held before; they are delivered again",
                    done.number() - number);
        }
        if (number != done.number()) {
            long segment = segments.holding(number + 1);
            done = segment == done.segment() && number > done.number()
                    ? new SpoolPosition(segment, done.offset(), number)
                    : SpoolPosition.startOf(segment, number);
        }
    }

    /** Somebody deleted a segment: what was in it is lost, and nothing else. */
    private void passOverMissing() {
        synchronized (state) {
            try {
                long missing = segments.forgetMissing(done.number(), last);
                losses.count(missing, "somebody deleted their file");
                moveTo(new SpoolPosition(segments.first(), 0, done.number()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The events of a batch are delivered or set aside: they are not wanted again. */
    public void forget(SpoolBatch batch) {
        setAside.damaged(batch.damaged());
        synchronized (state) {
            moveTo(batch.end());
        }
    }

    /**
     * Keeps an event, which the database does not take, where people can look at it, and counts it as not recorded.
     *
     * @param reason in a few words
     */
    public void refuse(long number, UsageEvent event, String reason) {
        setAside.refused(id(), number, event, reason);
    }

    private void moveTo(SpoolPosition position) {
        done = segments.deleteBefore(position);
        if (done.number() >= last) {
            oldest = Optional.empty();
        }
        depth = measured();
    }

    private SpoolDepth measured() {
        long waiting = Math.max(0, last - Math.max(done.number(), identity.since() - 1));
        return new SpoolDepth(waiting, segments.bytes(), oldest);
    }

    @Override
    public long events() {
        return depth.events();
    }

    /** {@inheritDoc} Delivered events are among them until their segment is deleted. */
    @Override
    public long bytes() {
        return depth.bytes();
    }

    @Override
    public Optional<Instant> oldest() {
        return depth.oldest();
    }

    @Override
    public long lost() {
        return losses.total();
    }

    /** Forces what was appended, and lets another process have the folder. Later events are lost, and counted. */
    @Override
    public void close() {
        synchronized (forcing) {
            force();
            synchronized (state) {
                if (closed) {
                    return;
                }
                closed = true;
                losses.count(segments.tail().pendingEvents(), "the disk of the data folder takes no more");
                segments.close();
                folder.close();
                if (depth.events() > 0) {
                    LOG.warn("{} recorded calls wait in the data folder for the next start", depth.events());
                }
            }
        }
    }
}
