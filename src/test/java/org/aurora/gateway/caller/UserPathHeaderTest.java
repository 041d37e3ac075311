package org.aurora.gateway.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserPathHeaderTest {
    private static final Caller ALPHA =
            new Caller.Managed("a", Optional.of(new UserPath("/team/alpha")), KeyLists.NONE);
    private static final Caller PATHLESS = new Caller.Managed("b", Optional.empty(), KeyLists.NONE);
    private static final Caller MASTER = new Caller.Master("master");
    private static final Caller ANONYMOUS = new Caller.Anonymous();

    private final UserPathHeader trusted = new UserPathHeader(true);
    private final UserPathHeader untrusted = new UserPathHeader(false);

    @Test
    void leavesACallerWhereItIsWithoutIt() {
        assertThat(trusted.place(ALPHA, List.of())).isEqualTo(ALPHA);
        assertThat(trusted.place(MASTER, List.of())).isEqualTo(MASTER);
    }

    @ParameterizedTest
    @CsvSource({
        "/team/alpha, /team/alpha",
        "/team/alpha/, /team/alpha",
        "/team/alpha/service-x, /team/alpha/service-x",
        "//team//alpha///x, /team/alpha/x",
        "team/alpha/x, /team/alpha/x"
    })
    void takesAHolderToItsPlaceOrBelow(String sent, String place) {
        assertThat(untrusted.place(ALPHA, List.of(sent)).userPath()).contains(new UserPath(place));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/team",
                "/team/alphabet",
                "/team/alph",
                "/team/Alpha",
                "/team/beta",
                "/other/team/alpha",
                "/team%2Falpha",
                "/team/%61lpha",
                "/team/alpha%2Fx",
                "/team/alpha ",
                "/team\\alpha",
                "/team/alpha,/team/beta",
                "/team/beta,/team/alpha",
                "service-x"
            })
    void takesAHolderNowhereElse(String sent) {
        for (UserPathHeader header : List.of(trusted, untrusted)) {
            assertThat(refusal(header, ALPHA, sent).code()).isEqualTo(ErrorCode.USER_PATH_NOT_ALLOWED);
        }
    }

    /** A Cyrillic a, a full-width slash, a decomposed umlaut, a soft hyphen: all are other texts. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/team/\u0430lpha", "/team\uff0falpha", "/team/a\u0308lpha", "/team/al\u00adpha", "/team/ａlpha"})
    void foldsNoLookAlikes(String sent) {
        assertThat(refusal(trusted, ALPHA, raw(sent)).code()).isEqualTo(ErrorCode.USER_PATH_NOT_ALLOWED);
    }

    @Test
    void tellsComposedFromDecomposedCharacters() {
        Caller composed = new Caller.Managed("c", Optional.of(new UserPath("/t\u00e9am")), KeyLists.NONE);

        assertThat(trusted.place(composed, List.of(raw("/t\u00e9am/x"))).userPath())
                .contains(new UserPath("/t\u00e9am/x"));
        assertThat(refusal(trusted, composed, raw("/te\u0301am/x")).code()).isEqualTo(ErrorCode.USER_PATH_NOT_ALLOWED);
    }

    @Test
    void keepsACommaAsPartOfTheOnePath() {
        assertThat(untrusted.place(ALPHA, List.of("/team/alpha/x,y")).userPath())
                .contains(new UserPath("/team/alpha/x,y"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/team/alpha/.",
                "/team/alpha/..",
                "/team/alpha/../beta",
                "/team/./alpha",
                "..",
                "/team/alpha/x:y",
                "/team/alpha/\u007f",
                "/team/alpha/\t",
                "/team/alpha/\u00ff"
            })
    void refusesWhatIsNoPath(String sent) {
        for (Caller caller : List.of(ALPHA, MASTER, PATHLESS, ANONYMOUS)) {
            GatewayException refusal = refusal(untrusted, caller, sent.isBlank() ? "" : sent);

            assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_USER_PATH);
            assertThat(refusal.param()).contains("X-Aurora-User-Path");
        }
    }

    @Test
    void refusesASecondOneEvenWhereBothSayTheSame() {
        List<String> twice = List.of("/team/alpha", "/team/alpha");

        assertThat(catchThrowableOfType(GatewayException.class, () -> untrusted.place(ALPHA, twice))
                        .code())
                .isEqualTo(ErrorCode.INVALID_USER_PATH);
    }

    @Test
    void countsForCallersWithoutAPlaceOnlyWhereItIsTrusted() {
        for (Caller caller : List.of(PATHLESS, ANONYMOUS, new Caller.Named("acme"))) {
            assertThat(untrusted.place(caller, List.of("/team/beta"))).isEqualTo(caller);
            assertThat(trusted.place(caller, List.of("/team/beta"))).isEqualTo(caller.at(new UserPath("/team/beta")));
        }
    }

    @Test
    void makesTheMasterActAsExactlyThatPlace() {
        assertThat(untrusted.place(MASTER, List.of("/team/beta")))
                .isEqualTo(new Caller.Master("master", Optional.of(new UserPath("/team/beta"))));
    }

    /** As a header brings it: one character a byte. */
    private static String raw(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static GatewayException refusal(UserPathHeader header, Caller caller, String sent) {
        return catchThrowableOfType(GatewayException.class, () -> header.place(caller, List.of(sent)));
    }
}
