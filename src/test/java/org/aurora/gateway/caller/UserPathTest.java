package org.aurora.gateway.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserPathTest {
    @ParameterizedTest
    @CsvSource({
        "/team/alpha, /team/alpha",
        "team/alpha, /team/alpha",
        "//team///alpha//, /team/alpha",
        "/, /",
        "////, /",
        "/Team/%2e%2e/…/a b, /Team/%2e%2e/…/a b",
        "/a\\b, /a\\b"
    })
    void addsTheLeadingSlashAndDropsEmptySegmentsAndNothingElse(String written, String read) {
        assertThat(path(written).text()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "/..",
                "/a/./b",
                "/a/../b",
                "../../etc",
                "/a:b",
                "http://host/",
                "/a\u0000",
                "/a\n/b",
                "/a\u007f",
                "/a\u0085b",
                "/\ud800"
            })
    void refusesWhatIsNoPlace(String written) {
        GatewayException refusal = catchThrowableOfType(GatewayException.class, () -> path(written));

        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_USER_PATH);
        assertThat(refusal.param()).contains("user_path");
    }

    @Test
    void dotsWithinASegmentAreAllowed() {
        assertThat(path("/a..b/.hidden/...").text()).isEqualTo("/a..b/.hidden/...");
    }

    @Test
    void aSegmentHasAtMost128Characters() {
        assertThat(path("/" + "😀".repeat(128)).text()).hasSize(257);
        assertThatThrownBy(() -> path("/" + "a".repeat(129))).hasMessageContaining("more than 128 characters");
    }

    @Test
    void aPathHasAtMost1024CharactersWithItsLeadingSlash() {
        String long1024 = ("/" + "a".repeat(127)).repeat(8);

        assertThat(path(long1024).text()).isEqualTo(long1024);
        assertThatThrownBy(() -> path(long1024.substring(1) + "/b")).hasMessageContaining("more than 1024");
        assertThatThrownBy(() -> path("/".repeat(1 << 20))).hasMessageContaining("more than 1024");
    }

    @Test
    void aLeadingSlashThatIsAddedCounts() {
        String long1023 = "a".repeat(127) + ("/" + "a".repeat(127)).repeat(7);

        assertThat(path(long1023).text()).hasSize(1_024);
        assertThatThrownBy(() -> path("b/" + long1023.substring(2) + "c")).hasMessageContaining("1024");
    }

    @Test
    void whatWasReadReadsAsItself() {
        UserPath path = path("team//alpha/");

        assertThat(path(path.text())).isEqualTo(path);
    }

    @Test
    void onlyThePlainFormIsTakenUnread() {
        assertThatThrownBy(() -> new UserPath("team")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UserPath("/team/")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"/team/alpha, /team/alpha", "/team/alpha, /team/alpha/x/y", "/, /", "/, /team"})
    void coversItselfAndWhatIsBelow(String above, String below) {
        assertThat(path(above).covers(path(below))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"/team/alpha, /team/alphabet", "/team/alpha, /team", "/team, /Team", "/team, /", "/team, /x/team"})
    void coversNothingElse(String path, String other) {
        assertThat(path(path).covers(path(other))).isFalse();
    }

    private static UserPath path(String written) {
        return UserPath.parse("user_path", written);
    }
}
