package org.aurora.gateway.spool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.aurora.gateway.usage.UsageEvent;

/** What cannot be delivered, kept in files where people can look at it, and counted. */
final class SetAside {
    private static final String DAMAGED = "damaged.lines";
    private static final String REFUSED = "refused.jsonl";

    private final SpoolFolder folder;
    private final Losses losses;

    SetAside(SpoolFolder folder, Losses losses) {
        this.folder = folder;
        this.losses = losses;
    }

    /** Lines that are not as they were written, or that nobody here understands. */
    void damaged(List<byte[]> lines) {
        if (!lines.isEmpty()) {
            keep(DAMAGED, lines, "they are damaged on the disk, see " + DAMAGED);
        }
    }

    /** An event that the database does not take. */
    void refused(String spool, long number, UsageEvent event, String reason) {
        String line = "{\"spool\":\"%s\",\"number\":%d,\"reason\":\"%s\",\"event\":%s}"
                .formatted(
                        spool,
                        number,
                        reason.replaceAll("[^A-Za-z0-9 _.-]", "?"),
                        new String(UsageEventJson.write(event), StandardCharsets.US_ASCII));
        keep(
                REFUSED,
                List.of(line.getBytes(StandardCharsets.US_ASCII)),
                "the database refuses them (" + reason + "), see " + REFUSED);
    }

    private void keep(String name, List<byte[]> lines, String why) {
        try {
            folder.setAside(name, lines);
            losses.count(lines.size(), why);
        } catch (IOException e) {
            losses.count(lines.size(), why + ", which could not be written: " + e.getMessage());
        }
    }
}
