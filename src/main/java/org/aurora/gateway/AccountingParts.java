package org.aurora.gateway;

import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Processor;
import org.aurora.gateway.accounting.CallLog;
import org.aurora.gateway.accounting.DeleteExpiredUsage;
import org.aurora.gateway.accounting.Repricing;
import org.aurora.gateway.accounting.Retention;
import org.aurora.gateway.accounting.SqlUsageLedger;
import org.aurora.gateway.accounting.UsageGrouping;
import org.aurora.gateway.accounting.UsageReports;
import org.aurora.gateway.accounting.UsageTransactions;
import org.aurora.gateway.admin.AskUsage;
import org.aurora.gateway.admin.RecalculatePricing;
import org.aurora.gateway.admin.ShowUsageGroups;
import org.aurora.gateway.admin.ShowUsageLog;
import org.aurora.gateway.admin.ShowUsageSummary;
import org.aurora.gateway.live.LiveSettings;
import org.aurora.gateway.settings.GatewaySettings;
import org.aurora.gateway.settings.UsageSettings;
import org.aurora.gateway.store.Database;
import org.aurora.gateway.store.DatabaseAddress;
import org.aurora.gateway.store.DatabaseUse;
import org.aurora.gateway.usage.UsageLedger;

/** The part of the composition root that concerns recorded calls in the database. */
final class AccountingParts implements AutoCloseable {
    private final Database database;
    private final UsageTransactions transactions;
    private final UsageLedger ledger;
    private final UsageSettings settings;
    private final LiveSettings live;
    private final Clock clock = Clock.systemUTC();

    AccountingParts(GatewaySettings settings, SettingsParts settingsParts) {
        this.settings = settings.usage();
        this.live = settingsParts.live();
        this.database = new Database(address(settings.dataDirectory(), settingsParts.address()), DatabaseUse.USAGE);
        this.transactions = new UsageTransactions(database);
        this.ledger = new SqlUsageLedger(transactions);
    }

    private static DatabaseAddress address(Path folder, DatabaseAddress ofSettings) {
        return switch (ofSettings.kind()) {
            case POSTGRESQL -> ofSettings;
            case SQLITE -> {
                SettingsDatabase.makePrivateFile(folder.resolve(DatabaseAddress.EMBEDDED_USAGE_FILE));
                yield DatabaseAddress.embeddedUsage(folder);
            }
        };
    }

    void measuredBy(MetricsTrackerFactory trackers) {
        database.measuredBy(trackers);
    }

    /** Where recorded calls end up. */
    UsageLedger ledger() {
        return ledger;
    }

    /** Everything that routes call by name. */
    Map<String, Object> beans() {
        UsageReports reports = new UsageReports(transactions);
        Map<String, Processor> steps = new LinkedHashMap<>();
        steps.put("askUsage", AskUsage.groups(clock, UsageGrouping.NOTHING));
        steps.put("askUsageByHour", AskUsage.groups(clock, UsageGrouping.HOUR));
        steps.put("askUsageByKey", AskUsage.groups(clock, UsageGrouping.KEY));
        steps.put("askUsageLog", AskUsage.entries(clock));
        steps.put(
                "showUsageSummary",
                new ShowUsageSummary(reports, () -> live.snapshot().pricing().currency()));
        steps.put("showUsageByDay", new ShowUsageGroups(reports, UsageGrouping.DAY));
        steps.put("showUsageByHour", new ShowUsageGroups(reports, UsageGrouping.HOUR));
        steps.put("showUsageByModel", new ShowUsageGroups(reports, UsageGrouping.MODEL));
        steps.put("showUsageByAlias", new ShowUsageGroups(reports, UsageGrouping.ALIAS));
        steps.put("showUsageByUserPath", new ShowUsageGroups(reports, UsageGrouping.USER_PATH));
        steps.put("showUsageByKey", new ShowUsageGroups(reports, UsageGrouping.KEY));
        steps.put("showUsageLog", new ShowUsageLog(new CallLog(transactions)));
        steps.put(
                "recalculatePricing",
                new RecalculatePricing(
                        new Repricing(transactions, () -> live.snapshot().pricing()), live));
        steps.put(
                "deleteExpiredUsage",
                new DeleteExpiredUsage(
                        new Retention(transactions, settings.retentionDays(), settings.rollupRetentionDays(), clock)));
        Map<String, Object> beans = new LinkedHashMap<>();
        steps.forEach((name, step) -> beans.put(name, new WorkerStep(step)));
        return beans;
    }

    @Override
    public void close() {
        database.close();
    }
}
