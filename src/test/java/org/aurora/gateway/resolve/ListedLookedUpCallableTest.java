package org.aurora.gateway.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.aurora.gateway.access.Standing;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.error.GatewayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * For random configurations and callers, and for every name that could mean something to them: a call does what a plain
 * reading of the rules says, an explanation says the same, and listed, looked up and callable are one. The seed in a
 * failure's text is all that is needed to see it again.
 */
class ListedLookedUpCallableTest {
    private static final long FIRST_SEED = Long.getLong("aurora.test.seed", 1);
    private static final int CONFIGURATIONS = Integer.getInteger("aurora.test.configurations", 1_500);
    private static final int CALLERS = 4;

    private int cases;

    @Test
    void listedIsLookedUpIsCallable(TestReporter reporter) {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + CONFIGURATIONS; seed++) {
            RandomConfiguration configuration = new RandomConfiguration(seed);
            Map<Standing, List<String>> byStanding = new HashMap<>();
            for (int at = 0; at < CALLERS; at++) {
                new Asking(seed, configuration, configuration.randomCaller()).check(byStanding);
            }
        }
        reporter.publishEntry(
                "seeds " + FIRST_SEED + " to " + (FIRST_SEED + CONFIGURATIONS - 1), cases + " names asked for");
        assertThat(cases).isGreaterThan(CONFIGURATIONS * 100);
    }

    private final class Asking {
        private final long seed;
        private final Snapshot snapshot;
        private final Caller caller;
        private final RandomConfiguration configuration;
        private final PlainReading reading;

        private Asking(long seed, RandomConfiguration configuration, Caller caller) {
            this.seed = seed;
            this.configuration = configuration;
            this.snapshot = configuration.snapshot();
            this.caller = caller;
            this.reading = configuration.reading(caller);
        }

        private void check(Map<Standing, List<String>> byStanding) {
            List<String> listed = ModelList.listed(snapshot, caller).stream()
                    .map(ModelEntry::id)
                    .toList();
            String told = "seed " + seed + ", " + caller + ", listed";
            assertThat(listed).as(told).isSorted().doesNotHaveDuplicates();
            assertThat(configuration.texts()).as(told).containsAll(listed);
            assertThat(byStanding.computeIfAbsent(snapshot.access().standing(caller), standing -> listed))
                    .as(told + " to another of the same standing")
                    .isEqualTo(listed);
            configuration.texts().forEach(name -> check(name, new HashSet<>(listed).contains(name)));
        }

        private void check(String name, boolean listed) {
            cases++;
            String told = "seed " + seed + ", " + caller + " asks '" + name + "': ";
            Decision call = Resolver.decide(snapshot, RequestedModel.of(name), caller, new Random(seed));
            int expected = reading.status(name);
            boolean saidToBeUnknown = call.status() == 404 && call.decidedBy().isPresent();

            assertThat(saidToBeUnknown ? 403 : call.status()).as(told + "call").isEqualTo(expected);
            assertThat(call.plan()
                            .map(plan -> new HashSet<>(Names.targets(call)))
                            .orElseGet(HashSet::new))
                    .as(told + "targets")
                    .isEqualTo(reading.open(name));
            checkShown(name, told, call, expected, listed);
            checkExplained(name, told, call, listed);
        }

        private void checkShown(String name, String told, Decision call, int expected, boolean listed) {
            Optional<GatewayException> lookUp = lookUp(name);
            if (reading.hidden(name, configuration.keepOnlyAliases())) {
                assertThat(listed).as(told + "hidden, listed").isFalse();
                assertThat(lookUp.orElseThrow().code().status())
                        .as(told + "hidden, looked up")
                        .isEqualTo(404);
                return;
            }
            assertThat(listed).as(told + "listed").isEqualTo(expected == 200 && !reading.bareModel(name));
            assertThat(lookUp.map(GatewayException::code))
                    .as(told + "looked up")
                    .isEqualTo(call.code());
        }

        private void checkExplained(String name, String told, Decision call, boolean listed) {
            Explanation explained = Explanation.of(snapshot, RequestedModel.of(name), caller, new Random(seed));

            assertThat(explained.code()).as(told + "explained").isEqualTo(call.code());
            assertThat(explained.listed()).as(told + "explained, listed").isEqualTo(listed);
            assertThat(explained.target())
                    .as(told + "explained, target")
                    .isEqualTo(call.plan().map(plan -> plan.first().model()));
            assertThat(explained.decidedBy()).as(told + "explained, decided by").isEqualTo(call.decidedBy());
            assertThat(explained.considered().isEmpty())
                    .as(told + "explained, considered")
                    .isEqualTo(call.decidedBy().isEmpty());
            for (ExplainedCandidate candidate : explained.candidates()) {
                assertThat(candidate.access().decision())
                        .as(told + "explained, " + candidate.judged().candidate())
                        .isEqualTo(candidate.judged().access());
            }
        }

        private Optional<GatewayException> lookUp(String name) {
            try {
                assertThat(ModelList.lookUp(snapshot, caller, name).id()).isEqualTo(name);
                return Optional.empty();
            } catch (GatewayException refusal) {
                return Optional.of(refusal);
            }
        }
    }
}
