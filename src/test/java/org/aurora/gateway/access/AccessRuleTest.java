package org.aurora.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.aurora.gateway.caller.UserPath;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRuleTest {
    @Test
    void keepsItsTextAsWrittenAndItsPathsInPlainForm() {
        AccessRule rule = AccessRule.of(
                "openai-primary/my-model", true, Optional.of(List.of("team/alpha", "/b", "/team//alpha/")));

        assertThat(rule.selector()).isEqualTo("openai-primary/my-model");
        assertThat(rule.userPaths()).contains(List.of(new UserPath("/team/alpha"), new UserPath("/b")));
    }

    @Test
    void leftOutPathsStayLeftOut() {
        assertThat(AccessRule.of("/", false, Optional.empty()).userPaths()).isEmpty();
    }

    @Test
    void refusesAnEmptyListOfPaths() {
        GatewayException refusal = refusal("/", List.of());

        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_USER_PATH);
        assertThat(refusal.param()).contains("user_paths");
    }

    @Test
    void refusesAPathThatIsNoPlace() {
        assertThat(refusal("/", List.of("/fine", "/a/../b")).param()).contains("user_paths");
    }

    @Test
    void refusesAThousandAndOnePaths() {
        assertThat(refusal("/", Collections.nCopies(1_001, "/a")).message()).contains("1001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a\u0000", "a\r\nb", "\ud800"})
    void refusesATextThatNamesNothing(String selector) {
        GatewayException refusal = refusal(selector, List.of("/"));

        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(refusal.param()).contains("selector");
    }

    @Test
    void aTextHasAtMost512Characters() {
        assertThat(AccessRule.of("😀".repeat(512), true, Optional.empty()).selector())
                .hasSize(1_024);
        assertThat(refusal("a".repeat(513), List.of("/")).message()).contains("more than 512");
        assertThat(refusal("a".repeat(1 << 20), List.of("/")).message()).hasSizeLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "//", " ", "*", "' or 1=1 --", "../../etc", "${sys.home}", "openai/", "%2F"})
    void takesAnyOtherTextAsItIs(String selector) {
        assertThat(AccessRule.of(selector, true, Optional.empty()).selector()).isEqualTo(selector);
    }

    private static GatewayException refusal(String selector, List<String> paths) {
        return catchThrowableOfType(GatewayException.class, () -> AccessRule.of(selector, true, Optional.of(paths)));
    }
}
