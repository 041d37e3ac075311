package org.aurora.gateway.spool;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** A segment that is being written: the one place where a disk is met that is full or fails. */
interface SegmentFile extends Closeable {
    /** Writes all of it, or fails with any part of it written; writing the same again mends that. */
    void write(byte[] bytes, int length, long position) throws IOException;

    /** Returns once all that was written would outlive a loss of power. */
    void force() throws IOException;

    /** Opens segments, or makes them. */
    @FunctionalInterface
    interface Opener {
        SegmentFile open(Path file) throws IOException;
    }

    /** On the disk, readable by its owner only. No channel: that would be closed for all by one interrupted thread. */
    static SegmentFile open(Path file) throws IOException {
        if (Files.notExists(file)) {
            Files.createFile(file, SpoolFolder.OWNER_ONLY);
        }
        RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw");
        return new SegmentFile() {
            @Override
            public void write(byte[] bytes, int length, long position) throws IOException {
                opened.seek(position);
                opened.write(bytes, 0, length);
            }

            @Override
            public void force() throws IOException {
                opened.getFD().sync();
            }

            @Override
            public void close() throws IOException {
                opened.close();
            }
        };
    }
}
