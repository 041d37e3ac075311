package org.aurora.gateway.discovery;

import java.util.List;
import java.util.Optional;
import org.aurora.gateway.inbound.LogText;
import org.aurora.gateway.inventory.ProviderKnowledge;
import org.aurora.gateway.provider.Provider;
import org.aurora.gateway.resolve.InventoryDiff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operators read about polls. A provider that goes on failing in the same way is mentioned once. */
final class DiscoveryLog {
    private static final Logger LOG = LoggerFactory.getLogger(DiscoveryLog.class);
    private static final int MOST_NAMES = 10;

    private DiscoveryLog() {}

    static void polled(Provider provider, Optional<ProviderKnowledge> before, ProviderKnowledge now) {
        Optional<String> problem = now.problem();
        boolean sameAsBefore = before.filter(it -> it.problem().equals(problem)).isPresent();
        if (problem.isEmpty()) {
            if (before.filter(it -> !it.answered()).isPresent()) {
                LOG.info("Provider {} lists its models again", provider.name());
            }
            if (now.dropped().total() > 0 && !sameAsBefore) {
                LOG.warn(
                        "Provider {} lists {} ids that cannot be used ({} of them repeated)",
                        provider.name(),
                        now.dropped().total(),
                        now.dropped().repeated());
            }
        } else if (sameAsBefore) {
            LOG.debug("Provider {} still gives no list of models: {}", provider.name(), problem.get());
        } else {
            LOG.warn("Provider {} gives no list of models: {}", provider.name(), problem.get());
        }
    }

    static void changed(Provider provider, InventoryDiff diff) {
        LOG.info(
                "Models of provider {} changed: {} added ({}), {} gone ({})",
                provider.name(),
                diff.added().size(),
                some(diff.added()),
                diff.gone().size(),
                some(diff.gone()));
        if (!diff.brokenAliases().isEmpty()) {
            LOG.warn("Aliases that have no model any more: {}", some(diff.brokenAliases()));
        }
        if (!diff.idleRules().isEmpty()) {
            LOG.warn("Access rules that match nothing any more: {}", some(diff.idleRules()));
        }
    }

    private static String some(List<String> names) {
        String shown = String.join(
                ", ", names.stream().limit(MOST_NAMES).map(LogText::escaped).toList());
        return names.size() > MOST_NAMES ? shown + ", …" : shown;
    }
}
