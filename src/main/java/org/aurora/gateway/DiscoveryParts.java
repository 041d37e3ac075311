package org.aurora.gateway;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.ProducerTemplate;
import org.aurora.gateway.admin.AnswerRefresh;
import org.aurora.gateway.admin.AskRefresh;
import org.aurora.gateway.admin.ShowProviders;
import org.aurora.gateway.discovery.BeginListing;
import org.aurora.gateway.discovery.ChooseDueProviders;
import org.aurora.gateway.discovery.ChooseNews;
import org.aurora.gateway.discovery.ChooseUnwritten;
import org.aurora.gateway.discovery.EndListing;
import org.aurora.gateway.discovery.InventoryBook;
import org.aurora.gateway.discovery.JudgeLease;
import org.aurora.gateway.discovery.KeptInventory;
import org.aurora.gateway.discovery.LearnModels;
import org.aurora.gateway.discovery.MorePages;
import org.aurora.gateway.discovery.NoteWritten;
import org.aurora.gateway.discovery.PollSchedule;
import org.aurora.gateway.discovery.ReadPage;
import org.aurora.gateway.discovery.SettleLease;
import org.aurora.gateway.discovery.SharedInventory;
import org.aurora.gateway.discovery.TakeNews;
import org.aurora.gateway.inventory.Exposure;
import org.aurora.gateway.ops.Readiness;
import org.aurora.gateway.settings.Configuration;
import org.aurora.gateway.settings.GatewaySettings;

/** The part of the composition root that concerns which models providers have. */
final class DiscoveryParts {
    private static final String SHARE = "direct:share-inventory";
    private static final String BID = "direct:bid-for-lease";

    private final Clock clock = Clock.systemUTC();
    private final KeptInventory kept;
    private final InventoryBook book;
    private final SharedInventory shared;
    private final PollSchedule schedule;
    private Optional<ProducerTemplate> begunBy = Optional.empty();

    DiscoveryParts(Configuration configured, SettingsParts settingsParts, Readiness readiness) {
        GatewaySettings settings = configured.settings();
        kept = new KeptInventory(settings.dataDirectory());
        book = new InventoryBook(
                configured.providers(),
                new Exposure(settings.configuredProviderModelsMode(), settings.modelStaleTtl(), clock.instant()),
                kept.read(configured.providers()),
                settingsParts.live(),
                readiness,
                clock);
        shared = new SharedInventory(
                settings.databaseUrl().isPresent(),
                UUID.randomUUID().toString(),
                () -> !settingsParts.status().away(),
                settings.modelRefreshInterval());
        schedule = new PollSchedule(
                book, settings.modelRefreshInterval(), shared::inCharge, clock, ThreadLocalRandom.current());
    }

    InventoryBook book() {
        return book;
    }

    PollSchedule schedule() {
        return schedule;
    }

    boolean shared() {
        return shared.shared();
    }

    /** Looks first at what other replicas know; only then is any provider asked. */
    void begin(ProducerTemplate template) {
        begunBy = Optional.of(template);
        if (shared.shared()) {
            template.send(SHARE, exchange -> {});
        }
        schedule.begin();
    }

    /** Leaves asking the providers to another replica, while routes still run. */
    void leave() {
        begunBy.ifPresent(template ->
                shared.leave().ifPresent(bid -> template.send(BID, exchange -> exchange.setVariable("leaseBid", bid))));
    }

    /** Everything that routes call by name. */
    Map<String, Object> beans() {
        Map<String, Object> beans = new LinkedHashMap<>();
        beans.put("chooseDueProviders", new ChooseDueProviders(schedule, book));
        beans.put("beginListing", new BeginListing(schedule, clock));
        beans.put("morePages", new MorePages());
        beans.put("readPage", new ReadPage());
        beans.put("endListing", new EndListing());
        beans.put("learnModels", new LearnModels(book, schedule, kept, shared));
        beans.put("judgeLease", new JudgeLease(shared));
        beans.put("settleLease", new SettleLease(shared));
        beans.put("chooseNews", new ChooseNews(shared));
        beans.put("takeNews", new TakeNews(shared, book, kept));
        beans.put("chooseUnwritten", new ChooseUnwritten(shared));
        beans.put("noteWritten", new NoteWritten(shared));
        beans.put("askRefresh", new AskRefresh(book, clock));
        beans.put("answerRefresh", new AnswerRefresh(book));
        beans.put("showProviders", new ShowProviders(book));
        return beans;
    }
}
