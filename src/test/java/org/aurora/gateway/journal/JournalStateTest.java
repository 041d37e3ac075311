package org.aurora.gateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.journal.Changes.written;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JournalStateTest {
    @Test
    void isTheLastChangeOfEachNameHoweverTheJournalCame() {
        Random random = new Random(1);
        Map<SettingName, SettingChange> plain = new HashMap<>();
        JournalState state = JournalState.empty();
        for (int step = 0; step < 200; step++) {
            List<SettingChange> changes = Changes.some(random, state.revision(), 1 + random.nextInt(50), 3_000);
            changes.forEach(change -> plain.put(change.setting(), change));

            state = state.with(state.revision() + changes.size(), changes);

            assertThat(state.changes()).containsExactlyInAnyOrderElementsOf(plain.values());
            assertThat(state.changes()).isSortedAccordingTo((a, b) -> Long.compare(a.revision(), b.revision()));
            assertThat(state.newest()).contains(changes.get(changes.size() - 1));
        }
        for (SettingChange last : plain.values()) {
            assertThat(state.lastChange(last.setting())).contains(last);
            assertThat(state.current(last.setting()).isEmpty()).isEqualTo(last.deleted());
            assertThat(state.nextVersion(last.setting())).isEqualTo(last.version() + 1);
        }
        assertThat(state.all(SettingKind.ALIAS))
                .containsExactlyInAnyOrderElementsOf(plain.values().stream()
                        .filter(change -> !change.deleted())
                        .toList());
    }

    @Test
    void leavesTheOneItWentOnFromAlone() {
        JournalState before = JournalState.empty().with(1, List.of(written(1, "a", "1")));

        before.with(2, List.of(written(2, "a", "2")));

        assertThat(before.changes()).containsExactly(written(1, "a", "1"));
    }

    @Test
    void goesOnFromEveryEarlierOneByWhatIsNew() {
        Random random = new Random(2);
        List<JournalState> states = new ArrayList<>(List.of(JournalState.empty()));
        JournalState state = JournalState.empty();
        for (int step = 0; step < 100; step++) {
            List<SettingChange> changes = Changes.some(random, state.revision(), 1 + random.nextInt(60), 2_000);
            state = state.with(state.revision() + changes.size(), changes);
            JournalState earlier = states.get(random.nextInt(states.size()));
            states.add(state);

            Optional<List<SettingChange>> since = state.since(earlier);

            assertThat(since).isPresent();
            assertThat(earlier.with(state.revision(), since.orElseThrow()).changes())
                    .isEqualTo(state.changes());
        }
    }

    @Test
    void doesNotGoOnFromOneThatWasPutBack() {
        JournalState before = journal(written(1, "a", "1"), written(2, "b", "2"));

        assertThat(journal(written(1, "a", "1")).since(before)).as("shorter").isEmpty();
        assertThat(journal(written(1, "a", "1"), written(2, "c", "2")).since(before))
                .as("of the same length")
                .isEmpty();
        assertThat(journal(written(1, "a", "1"), written(2, "c", "2"), written(3, "d", "3"))
                        .since(before))
                .as("longer")
                .isEmpty();
        assertThat(journal(written(1, "a", "1"), written(3, "d", "3")).since(before))
                .as("without a name")
                .isEmpty();
        assertThat(journal(written(1, "a", "x"), written(2, "b", "2"), written(3, "d", "3"))
                        .since(before))
                .as("with another value")
                .isEmpty();
    }

    @Test
    void goesOnFromAnEqualOneThatWasReadAnew() {
        JournalState before = journal(written(1, "a", "1"), written(2, "b", "2"));

        assertThat(journal(written(1, "a", "1"), written(2, "b", "2"), written(3, "a", "3"))
                        .since(before))
                .contains(List.of(written(3, "a", "3")));
    }

    private static JournalState journal(SettingChange... changes) {
        return JournalState.empty().with(changes[changes.length - 1].revision(), List.of(changes));
    }
}
