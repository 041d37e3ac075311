package org.aurora.gateway.discovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aurora.gateway.inventory.Origin;
import org.aurora.gateway.inventory.ProviderKnowledge;
import org.aurora.gateway.provider.Provider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of each provider's models as files in the data folder, one for each provider, so that a gateway can
 * start while providers are away. A file is replaced whole: a crash leaves the old one or the new one.
 */
public final class KeptInventory {
    private static final Logger LOG = LoggerFactory.getLogger(KeptInventory.class);

    private static final Duration OFTEN_ENOUGH = Duration.ofMinutes(1);

    private final Path folder;
    private final Map<Origin, ProviderKnowledge> last = new HashMap<>();

    public KeptInventory(Path dataDirectory) {
        this.folder = dataDirectory.resolve("inventory");
    }

    /**
     * Keeps it; where only its times are new, once a minute will do. What cannot be kept is a warning and no failure.
     */
    synchronized void keep(ProviderKnowledge known) {
        ProviderKnowledge before = last.put(known.origin(), known);
        if (before != null && sameButForItsTimes(before, known)) {
            last.put(known.origin(), before);
            return;
        }
        write(known);
    }

    private static boolean sameButForItsTimes(ProviderKnowledge before, ProviderKnowledge now) {
        return now.problem().equals(before.problem())
                && now.polledAt().isBefore(before.polledAt().plus(OFTEN_ENOUGH))
                && now.models().equals(before.models())
                && now.dropped().equals(before.dropped());
    }

    private void write(ProviderKnowledge known) {
        Path file = file(known.origin().provider());
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.createDirectories(folder);
            Files.writeString(next, KnowledgeJson.write(known));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn(
                    "The models of provider {} could not be kept in the data folder: {}",
                    known.origin().provider(),
                    e.getClass().getSimpleName());
        }
    }

    /** What was kept of these providers, as they are configured now; what cannot be read is passed over. */
    public List<ProviderKnowledge> read(List<Provider> providers) {
        List<ProviderKnowledge> kept = new ArrayList<>();
        for (Provider provider : providers) {
            Path file = file(provider.name());
            if (Files.exists(file)) {
                try {
                    ProviderKnowledge known = KnowledgeJson.read(Files.readString(file));
                    if (known.origin().equals(Origin.of(provider))) {
                        kept.add(known);
                    }
                } catch (IOException | RuntimeException e) {
                    LOG.warn(
                            "The kept models of provider {} cannot be read and are passed over: {}",
                            provider.name(),
                            e.getClass().getSimpleName());
                }
            }
        }
        return kept;
    }

    private Path file(String provider) {
        return folder.resolve(provider + ".json");
    }
}
