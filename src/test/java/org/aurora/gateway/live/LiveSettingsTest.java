package org.aurora.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aurora.gateway.access.DeniedResponse;
import org.aurora.gateway.alias.ResponseModel;
import org.aurora.gateway.inventory.Inventory;
import org.aurora.gateway.journal.SettingChange;
import org.aurora.gateway.journal.SettingKind;
import org.aurora.gateway.journal.SettingName;
import org.aurora.gateway.resolve.Snapshot;
import org.aurora.gateway.resolve.SnapshotSettings;
import org.junit.jupiter.api.Test;

class LiveSettingsTest {
    private final LiveSettings live = new LiveSettings(Snapshot.of(
            1,
            List.of(),
            List.of(),
            new SnapshotSettings(true, DeniedResponse.FORBIDDEN, false, ResponseModel.UPSTREAM)));

    @Test
    void leaveChangesForLaterWhoseForerunnersAreNotKnown() {
        live.take(1, 2, List.of(alias(2, "second")));

        assertThat(live.state().journal().revision()).isZero();
        assertThat(live.snapshot().aliases().contains("second")).isFalse();
    }

    @Test
    void passOverWhatTheyKnow() {
        live.take(0, 2, List.of(alias(1, "first"), alias(2, "second")));
        Snapshot before = live.snapshot();

        live.take(0, 1, List.of(alias(1, "first")));

        assertThat(live.snapshot()).isSameAs(before);
    }

    @Test
    void keepAnInventoryThroughAWrite() {
        Inventory learned = Inventory.configured(List.of());
        live.take(learned);

        live.take(0, 1, List.of(alias(1, "first")));

        assertThat(live.snapshot().inventory()).isSameAs(learned);
    }

    @Test
    void forgetWhatAJournalThatWasPutBackDoesNotHold() {
        live.take(0, 2, List.of(alias(1, "first"), alias(2, "second")));

        live.replace(1, List.of(alias(1, "first")));

        assertThat(live.snapshot().aliases().contains("first")).isTrue();
        assertThat(live.snapshot().aliases().contains("second")).isFalse();
        assertThat(live.state().journal().revision()).isEqualTo(1);
    }

    /** What was made from a state, such as a list of models, is kept under its generation. */
    @Test
    void neverGiveOneGenerationToTwoStates() {
        live.take(0, 1, List.of(alias(1, "first")));
        live.take(1, 2, List.of(alias(2, "second")));
        long before = live.snapshot().generation();

        live.replace(0, List.of());

        assertThat(live.snapshot().generation()).isGreaterThan(before);
    }

    private static SettingChange alias(long revision, String name) {
        return new SettingChange(
                revision,
                new SettingName(SettingKind.ALIAS, name),
                1,
                "master",
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.of("{\"targets\": [{\"model\": \"m\"}]}"));
    }
}
