package org.aurora.gateway.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.aurora.gateway.caller.Keys.NOW;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.aurora.gateway.model.Secret;
import org.junit.jupiter.api.Test;

class ManagedKeyAuthenticationTest {
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    private final KeyText text = Keys.text();
    private final String right = text.text().reveal();
    private KeyBook book = Keys.book(Keys.at("/team/alpha", text));

    @Test
    void knowsTheHolderByTheIdOfTheKey() {
        assertThat(at(NOW).authenticate(sent(right)))
                .isEqualTo(new Caller.Managed(text.id(), Optional.of(new UserPath("/team/alpha")), KeyLists.NONE));
    }

    @Test
    void takesTheKeyAsApiKeyHeaderToo() {
        assertThat(at(NOW).authenticate(new Credentials(List.of(), List.of(right), List.of()))
                        .name())
                .isEqualTo(text.id());
    }

    @Test
    void refusesAWrongSecretOfARightId() {
        assertThat(refusal(NOW, Keys.wrong(text)).code()).isEqualTo(ErrorCode.INVALID_API_KEY);
    }

    @Test
    void refusesARightSecretOfAnotherId() {
        KeyText other = Keys.text();
        book = book.with(Map.of(other.id(), Keys.of(other)), List.of());

        assertThat(refusal(NOW, right.replace(text.id(), other.id())).code()).isEqualTo(ErrorCode.INVALID_API_KEY);
    }

    @Test
    void tellsAnUnknownIdAWrongSecretAndARevokedKeyApartForNobody() {
        GatewayException wrong = refusal(NOW, Keys.wrong(text));
        GatewayException unknown = refusal(NOW, Keys.text().text().reveal());
        book = Keys.book(Keys.of(text).revoked(NOW));
        GatewayException revoked = refusal(NOW, right);

        assertThat(unknown.message()).isEqualTo(wrong.message());
        assertThat(revoked.message()).isEqualTo(wrong.message());
        assertThat(revoked.code()).isEqualTo(ErrorCode.INVALID_API_KEY);
        assertThat(revoked.headers()).containsEntry("WWW-Authenticate", "Bearer");
    }

    @Test
    void tellsTheHolderThatTheKeyHasExpired() {
        book = Keys.book(Keys.endingAt(TOMORROW, text));

        GatewayException refusal = refusal(TOMORROW, right);

        assertThat(refusal.code()).isEqualTo(ErrorCode.EXPIRED_API_KEY);
        assertThat(refusal.headers()).containsEntry("WWW-Authenticate", "Bearer");
        assertThat(at(TOMORROW.minusMillis(1)).authenticate(sent(right)).name()).isEqualTo(text.id());
    }

    @Test
    void tellsAGuesserNothingAboutAnExpiredKey() {
        book = Keys.book(Keys.endingAt(TOMORROW, text));

        assertThat(refusal(TOMORROW, Keys.wrong(text)).code()).isEqualTo(ErrorCode.INVALID_API_KEY);
    }

    @Test
    void tellsNothingOfAnExpiredKeyThatIsRevoked() {
        book = Keys.book(Keys.endingAt(TOMORROW, text).revoked(NOW));

        assertThat(refusal(TOMORROW, right).code()).isEqualTo(ErrorCode.INVALID_API_KEY);
    }

    @Test
    void knowsBothSecretsOfARotatedKeyWithinItsGrace() {
        KeyText next = rotate(Duration.ofHours(24));
        Authenticator within = at(TOMORROW.minusMillis(1));

        assertThat(within.authenticate(sent(right)).name()).isEqualTo(text.id());
        assertThat(within.authenticate(sent(next.text().reveal())).name()).isEqualTo(text.id());
    }

    @Test
    void knowsOnlyTheNewSecretAfterTheGrace() {
        KeyText next = rotate(Duration.ofHours(24));

        assertThat(refusal(TOMORROW, right).code()).isEqualTo(ErrorCode.INVALID_API_KEY);
        assertThat(at(TOMORROW).authenticate(sent(next.text().reveal())).name()).isEqualTo(text.id());
    }

    @Test
    void asksForTheKeysAnewAtEachRequest() {
        Authenticator authenticator = at(NOW);
        assertThat(authenticator.authenticate(sent(right)).name()).isEqualTo(text.id());

        book = book.with(Map.of(), List.of(text.id()));

        assertThat(refusal(authenticator, right).code()).isEqualTo(ErrorCode.INVALID_API_KEY);
    }

    @Test
    void neverRepeatsTheKeyInARefusal() {
        assertThat(refusal(NOW, Keys.wrong(text)).message()).doesNotContain(text.id(), "sk_aurora");
    }

    private KeyText rotate(Duration grace) {
        KeyText next = KeyText.generate(text.id(), new Random(11));
        book = Keys.book(Keys.of(text).rotated(next.hash(), grace, NOW));
        return next;
    }

    private Authenticator at(Instant now) {
        return new Authenticator(
                AdminKey.master(new Secret("master-key-0123456789")),
                List.of(),
                true,
                new UserPathHeader(false),
                () -> book,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Credentials sent(String key) {
        return new Credentials(List.of("Bearer " + key), List.of(), List.of());
    }

    private GatewayException refusal(Instant now, String key) {
        return refusal(at(now), key);
    }

    private static GatewayException refusal(Authenticator authenticator, String key) {
        return catchThrowableOfType(GatewayException.class, () -> authenticator.authenticate(sent(key)));
    }
}
