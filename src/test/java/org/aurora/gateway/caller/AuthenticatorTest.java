package org.aurora.gateway.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.util.List;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.aurora.gateway.model.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticatorTest {
    private static final String MASTER_KEY = "master-key-0123456789";
    private static final String ADA_KEY = "ada-key-0123456789";
    private static final List<String> NONE = List.of();

    private final Authenticator closed = authenticator(false);
    private final Authenticator open = authenticator(true);

    @Test
    void knowsTheMasterByItsBearerToken() {
        assertThat(recognised(closed, List.of("Bearer " + MASTER_KEY), NONE)).isEqualTo(new Caller.Master("master"));
    }

    @Test
    void knowsAnAdminByTheNameOfItsKey() {
        assertThat(recognised(closed, NONE, List.of(ADA_KEY))).isEqualTo(new Caller.Master("ada"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer ", "BEARER ", "Bearer  ", "bEaReR    "})
    void readsTheSchemeInAnyCaseAndWithAnyNumberOfBlanks(String prefix) {
        assertThat(recognised(closed, List.of(prefix + MASTER_KEY), NONE).name())
                .isEqualTo("master");
    }

    @Test
    void authorizationWinsWhereBothAreSent() {
        assertThat(recognised(closed, List.of("Bearer " + ADA_KEY), List.of(MASTER_KEY))
                        .name())
                .isEqualTo("ada");
    }

    @Test
    void aWrongAuthorizationIsNotRescuedByARightApiKey() {
        assertThat(refusal(closed, List.of("Bearer wrong"), List.of(MASTER_KEY)).code())
                .isEqualTo(ErrorCode.INVALID_API_KEY);
    }

    @Test
    void aRightAuthorizationIsNotHurtByARepeatedApiKey() {
        assertThat(recognised(closed, List.of("Bearer " + ADA_KEY), List.of("x", "y"))
                        .name())
                .isEqualTo("ada");
    }

    @Test
    void asksForAKeyWhereNoneWasSent() {
        GatewayException refusal = refusal(closed, NONE, NONE);

        assertThat(refusal.code()).isEqualTo(ErrorCode.MISSING_API_KEY);
        assertThat(refusal.headers()).containsEntry("WWW-Authenticate", "Bearer");
        assertThat(refusal.message()).contains("Authorization: Bearer", "x-api-key");
    }

    @Test
    void refusesAnUnknownKeyWithoutRepeatingIt() {
        GatewayException refusal = refusal(closed, NONE, List.of("sk-guess"));

        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_API_KEY);
        assertThat(refusal.headers()).containsEntry("WWW-Authenticate", "Bearer");
        assertThat(refusal.message()).doesNotContain("sk-guess");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer    ",
                "Basic bWFzdGVyOmtleQ==",
                MASTER_KEY,
                "Bearer" + MASTER_KEY,
                "Bearer: " + MASTER_KEY,
                "Bearer\t" + MASTER_KEY,
                "Bearer " + MASTER_KEY + ", Bearer " + MASTER_KEY,
                "Bearer " + MASTER_KEY + "x",
                "Bearer master-key-012345678",
                "Bearer MASTER-KEY-0123456789",
                "Token Bearer " + MASTER_KEY
            })
    void refusesAMalformedOrWrongAuthorization(String value) {
        assertThat(refusal(closed, List.of(value), NONE).code()).isEqualTo(ErrorCode.INVALID_API_KEY);
    }

    @Test
    void refusesARepeatedAuthorizationEvenWhenBothAreRight() {
        String right = "Bearer " + MASTER_KEY;

        assertThat(refusal(closed, List.of(right, right), NONE).code()).isEqualTo(ErrorCode.INVALID_API_KEY);
    }

    @Test
    void refusesARepeatedApiKeyEvenWhenBothAreRight() {
        assertThat(refusal(closed, NONE, List.of(MASTER_KEY, MASTER_KEY)).code())
                .isEqualTo(ErrorCode.INVALID_API_KEY);
    }

    @Test
    void letsAnyoneInWithoutACredentialWhereThatIsAllowed() {
        assertThat(recognised(open, NONE, NONE)).isEqualTo(new Caller.Anonymous());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "", "Bearer "})
    void aWrongCredentialIsRefusedEvenWhereNoneWouldDo(String value) {
        assertThat(refusal(open, List.of(value), NONE).code()).isEqualTo(ErrorCode.INVALID_API_KEY);
    }

    @Test
    void anEmptyApiKeyIsAWrongOneEvenWhereNoneWouldDo() {
        assertThat(refusal(open, NONE, List.of("")).code()).isEqualTo(ErrorCode.INVALID_API_KEY);
    }

    @Test
    void theMasterWinsOverAnAdminKeyOfTheSameSecret() {
        Authenticator twins = authenticator(new AdminKey("twin", new Secret(MASTER_KEY)), false);

        assertThat(recognised(twins, NONE, List.of(MASTER_KEY)).name()).isEqualTo("master");
    }

    @Test
    void neverPrintsASecret() {
        assertThat(new AdminKey("ada", new Secret(ADA_KEY)).toString())
                .contains("ada")
                .doesNotContain(ADA_KEY);
    }

    private static Authenticator authenticator(boolean anonymousAllowed) {
        return authenticator(new AdminKey("ada", new Secret(ADA_KEY)), anonymousAllowed);
    }

    private static Authenticator authenticator(AdminKey other, boolean anonymousAllowed) {
        return new Authenticator(
                AdminKey.master(new Secret(MASTER_KEY)),
                List.of(other),
                anonymousAllowed,
                new UserPathHeader(false),
                KeyBook::empty,
                Clock.systemUTC());
    }

    private static Caller recognised(Authenticator by, List<String> authorization, List<String> apiKey) {
        return by.authenticate(new Credentials(authorization, apiKey, NONE));
    }

    private static GatewayException refusal(Authenticator by, List<String> authorization, List<String> apiKey) {
        return catchThrowableOfType(GatewayException.class, () -> recognised(by, authorization, apiKey));
    }
}
