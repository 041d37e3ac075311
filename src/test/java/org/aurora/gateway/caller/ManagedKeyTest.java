package org.aurora.gateway.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.aurora.gateway.caller.Keys.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.junit.jupiter.api.Test;

/** Revocation, rotation and expiry only move forward. */
class ManagedKeyTest {
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final Instant LATER = NOW.plus(Duration.ofDays(9));

    private final KeyText text = Keys.text();
    private final KeyText next = KeyText.generate(text.id(), new Random(3));

    @Test
    void cannotBeMadeExpired() {
        assertThat(refusal(() -> Keys.endingAt(NOW, text))).isEqualTo(ErrorCode.INVALID_REQUEST);
    }

    @Test
    void endsWhenItSaysSo() {
        ManagedKey key = Keys.endingAt(TOMORROW, text);

        assertThat(key.state(TOMORROW.minusMillis(1))).isEqualTo(KeyState.ACTIVE);
        assertThat(key.state(TOMORROW)).isEqualTo(KeyState.EXPIRED);
    }

    @Test
    void canBeGivenMoreTimeBeforeItEnds() {
        ManagedKey key = Keys.endingAt(TOMORROW, text).edited(ending(LATER), NOW);

        assertThat(key.state(TOMORROW)).isEqualTo(KeyState.ACTIVE);
    }

    @Test
    void cannotBeGivenMoreTimeOnceItHasEnded() {
        ManagedKey key = Keys.endingAt(TOMORROW, text);

        assertThat(refusal(() -> key.edited(ending(LATER), TOMORROW))).isEqualTo(ErrorCode.NOT_REVERTIBLE);
        assertThat(refusal(() -> key.edited(unending(), TOMORROW))).isEqualTo(ErrorCode.NOT_REVERTIBLE);
    }

    @Test
    void canBeRenamedOnceItHasEnded() {
        KeySettings renamed = new KeySettings("another name", Optional.empty(), KeyLists.NONE, Optional.of(TOMORROW));

        ManagedKey key = Keys.endingAt(TOMORROW, text).edited(renamed, LATER);

        assertThat(key.settings().name()).isEqualTo("another name");
        assertThat(key.state(LATER)).isEqualTo(KeyState.EXPIRED);
    }

    @Test
    void isEndedByRevokingItAndNotByAnExpiryInThePast() {
        assertThat(refusal(() -> Keys.of(text).edited(ending(NOW), TOMORROW))).isEqualTo(ErrorCode.INVALID_REQUEST);
    }

    @Test
    void staysRevokedWhateverIsEdited() {
        ManagedKey key = Keys.of(text).revoked(NOW).edited(ending(LATER), NOW);

        assertThat(key.state(NOW)).isEqualTo(KeyState.REVOKED);
        assertThat(key.judge(text.hash(), NOW)).isEqualTo(KeyVerdict.INVALID);
    }

    @Test
    void keepsTheTimeOfItsFirstRevocation() {
        ManagedKey key = Keys.of(text).revoked(NOW);

        assertThat(key.revoked(LATER)).isSameAs(key);
        assertThat(key.revokedAt()).contains(NOW);
    }

    @Test
    void cannotBeRotatedOnceItHasEnded() {
        assertThat(refusal(() -> Keys.of(text).revoked(NOW).rotated(next.hash(), Duration.ZERO, NOW)))
                .isEqualTo(ErrorCode.NOT_REVERTIBLE);
        assertThat(refusal(() -> Keys.endingAt(TOMORROW, text).rotated(next.hash(), Duration.ZERO, TOMORROW)))
                .isEqualTo(ErrorCode.NOT_REVERTIBLE);
    }

    @Test
    void opensWithItsOldSecretUntilTheGraceEnds() {
        ManagedKey key = Keys.of(text).rotated(next.hash(), Duration.ofHours(1), NOW);
        Instant end = NOW.plus(Duration.ofHours(1));

        assertThat(key.judge(text.hash(), end.minusMillis(1))).isEqualTo(KeyVerdict.VALID);
        assertThat(key.judge(text.hash(), end)).isEqualTo(KeyVerdict.INVALID);
        assertThat(key.judge(next.hash(), end)).isEqualTo(KeyVerdict.VALID);
        assertThat(key.secrets().graceEnd(NOW)).contains(end);
        assertThat(key.secrets().graceEnd(end)).isEmpty();
    }

    @Test
    void dropsItsOldSecretAtOnceWithoutAGrace() {
        ManagedKey key = Keys.of(text).rotated(next.hash(), Duration.ZERO, NOW);

        assertThat(key.judge(text.hash(), NOW)).isEqualTo(KeyVerdict.INVALID);
        assertThat(key.secrets().retired()).isEmpty();
    }

    @Test
    void keepsThePromiseToAnEarlierSecretWhenRotatedAgain() {
        KeyText third = Keys.text();
        ManagedKey key = Keys.of(text)
                .rotated(next.hash(), Duration.ofHours(1), NOW)
                .rotated(third.hash(), Duration.ofHours(2), NOW);
        Instant inBetween = NOW.plus(Duration.ofMinutes(90));

        assertThat(key.judge(text.hash(), NOW)).isEqualTo(KeyVerdict.VALID);
        assertThat(key.judge(text.hash(), inBetween)).isEqualTo(KeyVerdict.INVALID);
        assertThat(key.judge(next.hash(), inBetween)).isEqualTo(KeyVerdict.VALID);
    }

    @Test
    void endsEveryEarlierSecretWhenRotatedWithoutAGrace() {
        ManagedKey key = Keys.of(text)
                .rotated(next.hash(), Duration.ofHours(1), NOW)
                .rotated(Keys.text().hash(), Duration.ZERO, NOW);

        assertThat(key.judge(text.hash(), NOW)).isEqualTo(KeyVerdict.INVALID);
        assertThat(key.judge(next.hash(), NOW)).isEqualTo(KeyVerdict.INVALID);
    }

    @Test
    void carriesNoMoreThanEightEarlierSecrets() {
        ManagedKey key = Keys.of(text);
        for (int i = 0; i < KeySecrets.MAX_RETIRED; i++) {
            key = key.rotated(Keys.text().hash(), Duration.ofHours(1), NOW);
        }
        ManagedKey full = key;

        assertThat(refusal(() -> full.rotated(next.hash(), Duration.ofHours(1), NOW)))
                .isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(full.rotated(next.hash(), Duration.ZERO, NOW).secrets().retired())
                .isEmpty();
    }

    @Test
    void printsNoHash() {
        ManagedKey key = Keys.of(text).rotated(next.hash(), Duration.ofHours(1), NOW);

        assertThat(key.toString()).doesNotContain(text.hash().hex(), next.hash().hex());
    }

    private static KeySettings ending(Instant at) {
        return Keys.settings(Optional.empty(), Optional.of(at));
    }

    private static KeySettings unending() {
        return Keys.settings(Optional.empty(), Optional.empty());
    }

    private static ErrorCode refusal(ThrowingCallable attempt) {
        return catchThrowableOfType(GatewayException.class, attempt).code();
    }
}
