package org.aurora.gateway;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.aurora.gateway.live.LiveSettings;
import org.aurora.gateway.pricelist.ModelList;
import org.aurora.gateway.pricelist.RefreshModelList;
import org.aurora.gateway.settings.GatewaySettings;

/** The part of the composition root that concerns a public list of prices. */
final class PriceParts {
    private static final String REFRESH = "direct:refresh-model-list";

    private final boolean inFile;
    private final Optional<ModelList> list;

    PriceParts(GatewaySettings settings, LiveSettings live) {
        Path data = settings.dataDirectory();
        Clock clock = Clock.systemUTC();
        this.inFile = settings.modelListPath().isPresent();
        this.list = settings.modelListPath()
                .map(file -> ModelList.inFile(file, data, live::take, clock))
                .or(() -> settings.modelListUrl().map(address -> ModelList.at(address, data, live::take, clock)));
    }

    /** Whether there is a list to look for. */
    boolean configured() {
        return list.isPresent();
    }

    /** Prices are known before the first request where they can be had without asking anybody. */
    void begin(ProducerTemplate template) {
        list.ifPresent(ModelList::restore);
        if (inFile) {
            template.send(REFRESH, exchange -> {});
        }
    }

    /** Everything that routes call by name. */
    Map<String, Object> beans() {
        return Map.of("refreshModelList", new RefreshModelList(list));
    }
}
