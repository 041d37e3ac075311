package org.aurora.gateway;

import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Predicate;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.aurora.gateway.admin.AnswerGone;
import org.aurora.gateway.admin.AnswerHistory;
import org.aurora.gateway.admin.AnswerImport;
import org.aurora.gateway.admin.AnswerKeyWrite;
import org.aurora.gateway.admin.AnswerWrite;
import org.aurora.gateway.admin.AskHistory;
import org.aurora.gateway.admin.AskNow;
import org.aurora.gateway.admin.AskOneChange;
import org.aurora.gateway.admin.AskState;
import org.aurora.gateway.admin.CheckProposal;
import org.aurora.gateway.admin.ExportSettings;
import org.aurora.gateway.admin.ListAnswers;
import org.aurora.gateway.admin.ListSettings;
import org.aurora.gateway.admin.ProposalUnsettled;
import org.aurora.gateway.admin.ProposeAlias;
import org.aurora.gateway.admin.ProposeDelete;
import org.aurora.gateway.admin.ProposeImport;
import org.aurora.gateway.admin.ProposeKeyEdit;
import org.aurora.gateway.admin.ProposeKeyRevocation;
import org.aurora.gateway.admin.ProposeKeyRotation;
import org.aurora.gateway.admin.ProposeNewKey;
import org.aurora.gateway.admin.ProposePrice;
import org.aurora.gateway.admin.ProposePriceDelete;
import org.aurora.gateway.admin.ProposeRevert;
import org.aurora.gateway.admin.ProposeRule;
import org.aurora.gateway.admin.ReportBadDocument;
import org.aurora.gateway.admin.ReportConflict;
import org.aurora.gateway.admin.RequireAdmin;
import org.aurora.gateway.admin.SettleProposal;
import org.aurora.gateway.admin.ShowApiDocument;
import org.aurora.gateway.admin.ShowSetting;
import org.aurora.gateway.admin.ShowSettingsStatus;
import org.aurora.gateway.admin.TakePastState;
import org.aurora.gateway.journal.SettingKind;
import org.aurora.gateway.live.LiveSettings;
import org.aurora.gateway.live.ProposalCheck;
import org.aurora.gateway.ops.Readiness;
import org.aurora.gateway.resolve.Snapshot;
import org.aurora.gateway.store.ApplyChanges;
import org.aurora.gateway.store.ChangeListener;
import org.aurora.gateway.store.ContinueJournal;
import org.aurora.gateway.store.Database;
import org.aurora.gateway.store.DatabaseAddress;
import org.aurora.gateway.store.DatabaseStatus;
import org.aurora.gateway.store.DatabaseUse;
import org.aurora.gateway.store.InsertChanges;
import org.aurora.gateway.store.JournalRows;
import org.aurora.gateway.store.KeepSettings;
import org.aurora.gateway.store.KeptSettings;
import org.aurora.gateway.store.OpenJournal;
import org.aurora.gateway.store.ReportDatabaseAway;
import org.aurora.gateway.store.RequireDatabase;

/** The part of the composition root that concerns settings which change while the gateway runs. */
final class SettingsParts implements AutoCloseable {
    private static final String CATCH_UP = "direct:catch-up-settings";

    private final Database database;
    private final LiveSettings live;
    private final DatabaseStatus status;
    private final KeptSettings kept;
    private final Readiness readiness;
    private final Clock clock = Clock.systemUTC();
    private final ListAnswers listAnswers = new ListAnswers();
    private volatile boolean firstReadingOver;
    private AutoCloseable listener = () -> {};

    SettingsParts(DatabaseAddress address, Path dataDirectory, Snapshot declared, Readiness readiness) {
        this.database = new Database(address, DatabaseUse.SETTINGS);
        this.live = new LiveSettings(declared);
        this.status = new DatabaseStatus();
        this.kept = new KeptSettings(dataDirectory);
        this.readiness = readiness;
    }

    LiveSettings live() {
        return live;
    }

    ListAnswers listAnswers() {
        return listAnswers;
    }

    DatabaseAddress address() {
        return database.address();
    }

    DatabaseStatus status() {
        return status;
    }

    void measuredBy(MetricsTrackerFactory trackers) {
        database.measuredBy(trackers);
    }

    /** Reads the settings for the first time, from the database or else from what was kept, and begins to listen. */
    void load(ProducerTemplate template) {
        template.send(CATCH_UP, exchange -> {});
        if (status.available()) {
            kept.keep(live.state().journal());
        } else {
            kept.read().ifPresent(state -> {
                live.assume(state);
                readiness.started();
            });
        }
        firstReadingOver = true;
        if (database.address().kind() == DatabaseAddress.Kind.POSTGRESQL) {
            ChangeListener started =
                    new ChangeListener(database.address(), () -> template.send(CATCH_UP, exchange -> {}));
            listener = started;
            started.start();
        }
    }

    /** Everything that routes call by name. */
    Map<String, Object> beans() {
        Map<String, Object> beans = new LinkedHashMap<>();
        journalBeans(beans);
        beans.put("requireAdmin", new RequireAdmin());
        beans.put("askState", new AskState(live));
        beans.put("takePastState", new TakePastState(live));
        beans.put("proposalUnsettled", new ProposalUnsettled());
        beans.put("checkProposal", new CheckProposal(new ProposalCheck(live, clock), live));
        beans.put("settleProposal", new SettleProposal(live));
        beans.put("answerWrite", new AnswerWrite(live));
        beans.put("reportConflict", new ReportConflict(live));
        beans.put("listAliases", new ListSettings(SettingKind.ALIAS, listAnswers));
        beans.put("showAlias", new ShowSetting(SettingKind.ALIAS));
        beans.put("proposeAlias", new ProposeAlias(live));
        beans.put("proposeAliasDelete", new ProposeDelete(SettingKind.ALIAS));
        beans.put("listRules", new ListSettings(SettingKind.RULE, listAnswers));
        beans.put("showRule", new ShowSetting(SettingKind.RULE));
        beans.put("proposeRule", new ProposeRule());
        beans.put("proposeRuleDelete", new ProposeDelete(SettingKind.RULE));
        keyBeans(beans);
        beans.put("listPrices", new ListSettings(SettingKind.PRICE, listAnswers));
        beans.put("showPrice", new ShowSetting(SettingKind.PRICE));
        beans.put("proposePrice", new ProposePrice(live, clock));
        beans.put("proposePriceDelete", new ProposePriceDelete(live));
        beans.put("answerGone", new AnswerGone());
        beans.put("exportSettings", new ExportSettings(live));
        beans.put("proposeImport", new ProposeImport(live));
        beans.put("answerImport", new AnswerImport(listAnswers));
        beans.put("askHistory", new AskHistory());
        beans.put("askOneChange", new AskOneChange());
        beans.put("answerHistory", new AnswerHistory());
        beans.put("proposeRevert", new ProposeRevert());
        beans.put("showSettingsStatus", new ShowSettingsStatus(live, status));
        beans.put("showApiDocument", new ShowApiDocument());
        beans.put("reportBadDocument", new ReportBadDocument());
        beans.replaceAll((name, bean) -> bean instanceof Processor step ? new WorkerStep(step) : bean);
        return beans;
    }

    private void journalBeans(Map<String, Object> beans) {
        beans.put("settingsDatabase", database.dataSource());
        beans.put("journalRows", new JournalRows());
        beans.put("firstReadingOver", (Predicate) exchange -> firstReadingOver);
        beans.put("openJournal", new OpenJournal(database, live));
        beans.put("requireDatabase", new RequireDatabase(status));
        beans.put("continueJournal", new ContinueJournal(live));
        beans.put("applyChanges", new ApplyChanges(live, status, readiness));
        beans.put("insertChanges", new InsertChanges(database));
        beans.put("keepSettings", new KeepSettings(kept, live));
        beans.put("reportDatabaseAway", new ReportDatabaseAway(database, status));
    }

    private void keyBeans(Map<String, Object> beans) {
        SecureRandom random = new SecureRandom();
        beans.put("askNow", new AskNow(live));
        beans.put("listKeys", new ListSettings(SettingKind.KEY, listAnswers));
        beans.put("showKey", new ShowSetting(SettingKind.KEY));
        beans.put("proposeNewKey", new ProposeNewKey(random, clock));
        beans.put("proposeKeyEdit", new ProposeKeyEdit(clock));
        beans.put("proposeKeyRotation", new ProposeKeyRotation(random, clock));
        beans.put("proposeKeyRevocation", new ProposeKeyRevocation(clock));
        beans.put("proposeKeyDelete", new ProposeDelete(SettingKind.KEY));
        beans.put("answerKeyWrite", new AnswerKeyWrite(live));
    }

    @Override
    public void close() {
        if (readiness.loaded()) {
            kept.keep(live.state().journal());
        }
        try {
            listener.close();
        } catch (Exception e) {
            throw new IllegalStateException("the listener did not stop", e);
        }
        listAnswers.close();
        database.close();
    }
}
