package org.aurora.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.camel.Processor;
import org.apache.camel.main.Main;
import org.aurora.gateway.admin.CountCategories;
import org.aurora.gateway.admin.ExplainCall;
import org.aurora.gateway.admin.ListAllModels;
import org.aurora.gateway.caller.AdminKey;
import org.aurora.gateway.caller.Authenticator;
import org.aurora.gateway.caller.UserPathHeader;
import org.aurora.gateway.dashboard.ShowDashboard;
import org.aurora.gateway.demo.DemoProvider;
import org.aurora.gateway.inbound.BodyBudget;
import org.aurora.gateway.inbound.CallObserver;
import org.aurora.gateway.inbound.EndedCalls;
import org.aurora.gateway.inbound.Gates;
import org.aurora.gateway.inbound.HeadAdmission;
import org.aurora.gateway.inbound.InboundHttpComponent;
import org.aurora.gateway.inbound.OpenCalls;
import org.aurora.gateway.inbound.PathRouters;
import org.aurora.gateway.metrics.TrafficMeters;
import org.aurora.gateway.ops.Readiness;
import org.aurora.gateway.pricing.Pricing;
import org.aurora.gateway.resolve.Snapshot;
import org.aurora.gateway.resolve.SnapshotSettings;
import org.aurora.gateway.route.AnotherMayAnswer;
import org.aurora.gateway.route.AnswerList;
import org.aurora.gateway.route.AskForList;
import org.aurora.gateway.route.Authenticate;
import org.aurora.gateway.route.CheckAccess;
import org.aurora.gateway.route.ListModels;
import org.aurora.gateway.route.ListedModels;
import org.aurora.gateway.route.LookUpModel;
import org.aurora.gateway.route.NextCandidate;
import org.aurora.gateway.route.ReadModelRequest;
import org.aurora.gateway.route.RecogniseByName;
import org.aurora.gateway.route.RecogniseNobody;
import org.aurora.gateway.route.Refuse;
import org.aurora.gateway.route.RelayAnswer;
import org.aurora.gateway.route.ReportError;
import org.aurora.gateway.route.ReportHealth;
import org.aurora.gateway.route.ReportReadiness;
import org.aurora.gateway.route.ResolveModel;
import org.aurora.gateway.route.RewriteModel;
import org.aurora.gateway.settings.Configuration;
import org.aurora.gateway.settings.ConfigurationException;
import org.aurora.gateway.settings.ConfigurationReader;
import org.aurora.gateway.settings.GatewaySettings;
import org.aurora.gateway.spool.Spool;
import org.aurora.gateway.store.DatabaseAddress;
import org.aurora.gateway.upstream.UpstreamClient;
import org.aurora.gateway.upstream.UpstreamComponent;

/**
 * The composition root: reads what is configured, makes every part once, and binds each under the name by which
 * {@code routes/} and {@code kamelets/} call it.
 */
final class GatewayConfiguration implements AutoCloseable {
    private final Configuration configured;
    private final Layout layout;
    private final ApplicationProperties properties;
    private final MasterKey masterKey;
    private final UserPathHeader pathHeader;
    private final Authenticator authenticator;
    private final EventLoops eventLoops = EventLoops.shared();
    private final UpstreamClient client;
    private final SettingsParts settingsParts;
    private final DiscoveryParts discoveryParts;
    private final PriceParts priceParts;
    private final AccountingParts accountingParts;
    private final UsageParts usageParts;
    private final SpoolParts spoolParts;
    private final Readiness readiness = new Readiness();
    private final OpenCalls openCalls = new OpenCalls();
    private final EndedCalls endedCalls = new EndedCalls();
    private final BodyBudget bodies = BodyBudget.quarterOfTheHeap();
    private final MetricsParts metricsParts;

    private GatewayConfiguration(
            Configuration configured,
            Layout layout,
            ApplicationProperties properties,
            MasterKey masterKey,
            DatabaseAddress database,
            Optional<Spool> spool) {
        this.configured = configured;
        this.layout = layout;
        this.properties = properties;
        this.masterKey = masterKey;
        this.client = new UpstreamClient(eventLoops.resources(), properties.upstreamTimeouts());
        this.settingsParts =
                new SettingsParts(database, configured.settings().dataDirectory(), snapshot(configured), readiness);
        this.discoveryParts = new DiscoveryParts(configured, settingsParts, readiness);
        this.priceParts = new PriceParts(configured.settings(), settingsParts.live());
        this.accountingParts = new AccountingParts(configured.settings(), settingsParts);
        this.usageParts = new UsageParts(configured.settings().usage());
        this.spoolParts = new SpoolParts(spool, accountingParts.ledger());
        this.pathHeader = new UserPathHeader(configured.settings().trustUserPathHeader());
        this.authenticator = authenticator();
        this.metricsParts = new MetricsParts(configured, authenticator);
    }

    /**
     * Reads everything that is configured.
     *
     * @throws StartFailure naming the first thing that is wrong
     */
    static GatewayConfiguration read(Map<String, String> environment, Path home) {
        Configuration configured = configured(environment, home);
        GatewaySettings settings = configured.settings();
        Layout layout = new Layout(home, settings.customDirectory());
        new RouteFiles(layout).requireRoutes();
        layout.requireKamelets(configured.providers());
        return new GatewayConfiguration(
                configured,
                layout,
                ApplicationProperties.read(layout),
                MasterKey.of(settings.masterKey(), settings.dataDirectory()),
                SettingsDatabase.of(settings),
                SpoolParts.spool(settings));
    }

    private static Configuration configured(Map<String, String> environment, Path home) {
        try {
            return ConfigurationReader.read(environment, home);
        } catch (ConfigurationException e) {
            throw new StartFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private Authenticator authenticator() {
        GatewaySettings settings = configured.settings();
        return new Authenticator(
                AdminKey.master(masterKey.key()),
                settings.adminKeys(),
                settings.allowAnonymous(),
                pathHeader,
                () -> settingsParts.live().snapshot().keys(),
                Clock.systemUTC());
    }

    private static Snapshot snapshot(Configuration configured) {
        GatewaySettings settings = configured.settings();
        return Snapshot.of(
                1,
                configured.providers(),
                configured.aliases(),
                configured.rules(),
                Pricing.declared(settings.currency(), configured.providers(), Clock.systemUTC()),
                new SnapshotSettings(
                        settings.modelsEnabledByDefault(),
                        settings.modelAccessDeniedResponse(),
                        settings.keepOnlyAliasesAtModelsEndpoint(),
                        settings.responseModel()));
    }

    void bindTo(Main main) {
        Properties initial = new Properties();
        initial.setProperty("aurora.host", configured.settings().host());
        initial.setProperty(
                "aurora.port", Integer.toString(configured.settings().port()));
        initial.setProperty("aurora.inventory.shared", Boolean.toString(discoveryParts.shared()));
        initial.setProperty("aurora.usage.enabled", Boolean.toString(spoolParts.used()));
        initial.setProperty(
                "aurora.usage.delivery-period",
                Long.toString(properties.usageDeliveryPeriod().toMillis()));
        initial.setProperty("aurora.model-list.configured", Boolean.toString(priceParts.configured()));
        initial.setProperty("camel.component.kamelet.location", layout.kamelets());
        initial.setProperty("camel.main.routesIncludePattern", layout.routes());
        main.setOverrideProperties(initial);
        main.bind("netty-http", inbound());
        main.bind("upstream", new UpstreamComponent(client));
        main.bind("anotherMayAnswer", new AnotherMayAnswer());
        Cache<Object, Object> lists = ListedModels.cache();
        main.bind("model-lists", lists);
        processors().forEach(main::bind);
        settingsParts.beans().forEach(main::bind);
        discoveryParts.beans().forEach(main::bind);
        priceParts.beans().forEach(main::bind);
        accountingParts.beans().forEach(main::bind);
        usageParts.beans().forEach(main::bind);
        spoolParts.beans().forEach(main::bind);
        metricsParts.measure(new TrafficMeters(openCalls, endedCalls, bodies), eventLoops, client.pools(), configured);
        metricsParts.measure(settingsParts, discoveryParts, lists);
        metricsParts.measure(accountingParts);
        metricsParts.measure(usageParts, spoolParts);
        metricsParts.beans().forEach(main::bind);
    }

    private InboundHttpComponent inbound() {
        GatewaySettings settings = configured.settings();
        PathRouters routers = new PathRouters();
        HeadAdmission admission = new HeadAdmission(
                routers, authenticator, properties.authenticatesItself(), readiness, settings.maxBodyBytes());
        CallObserver observer = endedCalls.and(usageParts.metering());
        Gates gates = new Gates(admission, settings.maxBodyBytes(), bodies, openCalls, observer);
        return new InboundHttpComponent(eventLoops.group(), eventLoops.nativeTransport(), gates, routers);
    }

    private Map<String, Processor> processors() {
        return Map.ofEntries(
                Map.entry("authenticate", new Authenticate(authenticator)),
                Map.entry("readRequest", new ReadModelRequest(usageParts.metering())),
                Map.entry(
                        "resolveModel",
                        new ResolveModel(settingsParts.live()::snapshot, discoveryParts.schedule()::wanted)),
                Map.entry("checkAccess", new CheckAccess()),
                Map.entry("rewriteModel", new RewriteModel()),
                Map.entry("nextCandidate", new NextCandidate()),
                Map.entry("relayAnswer", new RelayAnswer(usageParts.costHeader())),
                Map.entry("askForList", new AskForList(settingsParts.live()::snapshot)),
                Map.entry("listModels", new ListModels()),
                Map.entry("answerList", new AnswerList()),
                Map.entry("lookUpModel", new LookUpModel(settingsParts.live()::snapshot)),
                Map.entry("explainCall", new ExplainCall(settingsParts.live(), pathHeader, Clock.systemUTC())),
                Map.entry(
                        "listAllModels",
                        new ListAllModels(
                                settingsParts.live()::snapshot, Clock.systemUTC(), settingsParts.listAnswers())),
                Map.entry("countCategories", new CountCategories(settingsParts.live()::snapshot)),
                Map.entry("showDashboard", new ShowDashboard()),
                Map.entry("reportHealth", new ReportHealth()),
                Map.entry(
                        "reportReadiness",
                        new ReportReadiness(readiness, settingsParts.status(), settingsParts.live()::snapshot)),
                Map.entry("reportError", new ReportError()),
                Map.entry("refuse", new Refuse()),
                Map.entry("callerByName", new RecogniseByName(pathHeader)),
                Map.entry("anonymousCaller", new RecogniseNobody(pathHeader)),
                Map.entry("demoProvider", new DemoProvider()));
    }

    Configuration configured() {
        return configured;
    }

    Layout layout() {
        return layout;
    }

    ApplicationProperties properties() {
        return properties;
    }

    MasterKey masterKey() {
        return masterKey;
    }

    StartFailureSentence startFailureSentence() {
        return new StartFailureSentence(layout, properties, configured.settings());
    }

    Readiness readiness() {
        return readiness;
    }

    OpenCalls openCalls() {
        return openCalls;
    }

    SettingsParts settingsParts() {
        return settingsParts;
    }

    PriceParts priceParts() {
        return priceParts;
    }

    AccountingParts accountingParts() {
        return accountingParts;
    }

    UsageParts usageParts() {
        return usageParts;
    }

    SpoolParts spoolParts() {
        return spoolParts;
    }

    DiscoveryParts discoveryParts() {
        return discoveryParts;
    }

    @Override
    public void close() {
        metricsParts.close();
        client.close();
        eventLoops.close(Duration.ofSeconds(5));
        // Only now every call is over: connections that were still open are not any more.
        usageParts.drainTo(spoolParts::append);
        spoolParts.close();
        accountingParts.close();
        settingsParts.close();
    }
}
