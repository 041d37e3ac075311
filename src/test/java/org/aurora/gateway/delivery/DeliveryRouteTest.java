package org.aurora.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.camel.main.Main;
import org.aurora.gateway.spool.Spool;
import org.aurora.gateway.testing.Events;
import org.aurora.gateway.testing.MemoryLedger;
import org.aurora.gateway.usage.UsageEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The product's own routes, between a spool on disk and a ledger that fails as it is told to. */
class DeliveryRouteTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path data;
    private final MemoryLedger ledger = new MemoryLedger();
    private final Main main = new Main();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Delivery.class);
    private final Spool spool;

    DeliveryRouteTest(@TempDir Path data) {
        this.data = data;
        this.spool = Spool.open(data.resolve("usage"), 1 << 30, Clock.systemUTC());
    }

    @BeforeEach
    void start() throws Exception {
        Delivery delivery = new Delivery(spool, ledger, new RefusedData());
        Properties properties = new Properties();
        properties.setProperty("aurora.usage.enabled", "true");
        properties.setProperty("aurora.usage.delivery-period", "100");
        main.setOverrideProperties(properties);
        main.configure().withRoutesIncludePattern("file:routes/usage-delivery.camel.yaml");
        main.bind("forceSpool", new ForceSpool(spool));
        main.bind("usageWaits", new UsageWaits(delivery));
        main.bind("takeUsageBatch", new TakeUsageBatch(delivery));
        main.bind("storeUsage", new StoreUsage(delivery));
        main.bind("forgetUsageBatch", new ForgetUsageBatch(delivery));
        main.bind("reportUsageWaits", new ReportUsageWaits(delivery));
        log.start();
        logger.addAppender(log);
        main.start();
    }

    @AfterEach
    void stop() {
        main.stop();
        spool.close();
        logger.detachAppender(log);
    }

    private void append(int from, int to) {
        IntStream.rangeClosed(from, to).mapToObj(Events::numbered).forEach(spool::append);
    }

    private static List<String> ids(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> "call-" + number)
                .toList();
    }

    private List<String> lines(Level level) {
        return List.copyOf(log.list).stream()
                .filter(line -> line.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void bringsEveryEventToTheLedgerInBatches() {
        append(1, 2_300);

        await().atMost(PATIENCE).until(() -> ledger.ids().size() >= 2_300);

        assertThat(ledger.ids()).isEqualTo(ids(1, 2_300));
        assertThat(ledger.sizes()).allMatch(size -> size <= 500);
        await().atMost(PATIENCE).until(() -> spool.events() == 0);
    }

    @Test
    void waitsForAnAbsentLedgerAndSaysSoOnce() {
        ledger.away(true);
        append(1, 700);
        await().atMost(PATIENCE).until(() -> !lines(Level.WARN).isEmpty());
        append(701, 900);
        await().pollDelay(Duration.ofSeconds(2)).atMost(PATIENCE).until(() -> spool.events() == 900);
        assertThat(lines(Level.WARN)).hasSize(1);

        ledger.away(false);

        await().atMost(PATIENCE).until(() -> ledger.ids().size() >= 900);
        assertThat(ledger.ids()).isEqualTo(ids(1, 900));
        await().atMost(PATIENCE).until(() -> !lines(Level.INFO).isEmpty());
        assertThat(lines(Level.INFO)).containsExactly("Recorded calls reach the database again; 900 waited");
        assertThat(lines(Level.WARN)).hasSize(1);
    }

    @Test
    void countsNothingTwiceWhereTheAnswerWasLost() {
        ledger.silent(true);
        append(1, 1_100);
        await().atMost(PATIENCE).until(() -> ledger.ids().size() >= 1_100);

        ledger.silent(false);

        await().atMost(PATIENCE).until(() -> spool.events() == 0);
        assertThat(ledger.ids()).isEqualTo(ids(1, 1_100));
    }

    @Test
    void setsTheOneEventAsideThatTheLedgerRefuses() throws IOException {
        Set<String> poison = Set.of("call-1", "call-77", "call-650");
        ledger.refuse(event -> poison.contains(event.id()));
        append(1, 900);

        await().atMost(PATIENCE).until(() -> spool.events() == 0);

        assertThat(ledger.ids())
                .isEqualTo(
                        ids(1, 900).stream().filter(id -> !poison.contains(id)).toList());
        assertThat(Files.readAllLines(data.resolve("usage/refused.jsonl")))
                .hasSize(3)
                .anyMatch(line ->
                        line.contains("\"number\":77,\"reason\":\"IllegalArgumentException\",\"event\":{\"v\":1,"));
        assertThat(spool.lost()).isEqualTo(3);
    }

    /** What is refused whole is not refused for what is in it: a table may be wrong, or this program. */
    @Test
    void setsNothingAsideWhereTheLedgerTakesNothing() {
        ledger.refuse(event -> true);
        append(1, 40);
        await().atMost(PATIENCE).until(() -> !lines(Level.WARN).isEmpty());
        assertThat(spool.lost()).isZero();

        ledger.refuse(event -> false);

        await().atMost(PATIENCE).until(() -> ledger.ids().size() >= 40);
        assertThat(ledger.ids()).isEqualTo(ids(1, 40));
        assertThat(spool.lost()).isZero();
    }

    @Test
    void knowsAfterARestartWhatWasSetAside() {
        UsageEvent last = Events.numbered(3);
        ledger.refuse(event -> event.id().equals(last.id()));
        append(1, 3);
        await().atMost(PATIENCE).until(() -> spool.events() == 0);

        assertThat(ledger.held(spool.id())).isEqualTo(3);
    }
}
