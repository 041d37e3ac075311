package org.aurora.gateway.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Changes as tests make them up. */
public final class Changes {
    private Changes() {}

    /** A write of one alias. */
    public static SettingChange written(long revision, String name, String value) {
        return change(revision, name, Optional.of(value));
    }

    /** Its deletion. */
    public static SettingChange deleted(long revision, String name) {
        return change(revision, name, Optional.empty());
    }

    private static SettingChange change(long revision, String name, Optional<String> value) {
        return new SettingChange(
                revision,
                new SettingName(SettingKind.ALIAS, name),
                (int) revision,
                "alice",
                Optional.of("Bob \"the builder\""),
                Instant.ofEpochMilli(1_000 + revision),
                Optional.of("because\nof this"),
                value);
    }

    /** Writes and deletes of aliases of so many names, at the revisions right after this one. */
    public static List<SettingChange> some(Random random, long after, int count, int names) {
        List<SettingChange> changes = new ArrayList<>();
        for (long revision = after + 1; revision <= after + count; revision++) {
            String name = "name-" + random.nextInt(names);
            changes.add(
                    random.nextInt(4) == 0
                            ? deleted(revision, name)
                            : written(revision, name, "{\"r\":" + revision + "}"));
        }
        return changes;
    }
}
