package org.aurora.gateway.pricelist;

import java.io.IOException;
import java.nio.file.Path;

/** Where a list comes from. */
interface ModelListSource {
    /** The largest list that is read, in bytes: some twenty times what the known ones have. */
    long MOST_BYTES = 32L << 20;

    /**
     * Writes the list into a file, unless it is as it was the last time.
     *
     * @return whether there is a new one
     * @throws IOException where there is none to be had; the message names neither path nor address
     */
    boolean fetch(Path into) throws IOException;

    /** Takes note that what was fetched last was a list, so that it need not be fetched again. */
    void accepted();

    /** What tells it from other sources. */
    String text();

    /** The failure of a list that is too long. */
    static IOException tooLong(long mostBytes) {
        return new IOException("it is larger than " + (mostBytes >> 20) + " MiB");
    }
}
