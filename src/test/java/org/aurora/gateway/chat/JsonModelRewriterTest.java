package org.aurora.gateway.chat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonModelRewriterTest {
    private final JsonModelRewriter rewriter = new JsonModelRewriter("asked/\"é\"");

    @Test
    void putsTheRequestedNameIntoTheOutermostObject() {
        assertThat(rewritten(" {\"id\":1e400 ,\"model\" : \"gpt-4o-2024\" ,\"x\":{\"model\":\"inner\"}}\n"))
                .isEqualTo(" {\"id\":1e400 ,\"model\" : \"asked/\\\"\\u00e9\\\"\" ,\"x\":{\"model\":\"inner\"}}\n");
    }

    @Test
    void putsTheRequestedNameIntoTheResponseOfAnEvent() {
        assertThat(rewritten(
                        "{\"type\":\"response.created\",\"response\":{\"a\":[{\"model\":\"b\"}],\"model\":\"up\"}}"))
                .isEqualTo("{\"type\":\"response.created\",\"response\":{\"a\":[{\"model\":\"b\"}],"
                        + "\"model\":\"asked/\\\"\\u00e9\\\"\"}}");
    }

    @Test
    void replacesEveryModelThatIsRepeated() {
        assertThat(rewritten("{\"model\":\"a\",\"response\":{\"model\":\"b\"},\"m\\u006fdel\":\"c\"}"))
                .doesNotContain("\"a\"", "\"b\"", "\"c\"")
                .contains("m\\u006fdel");
    }

    @Test
    void rewritesAnAnswerThatRepeatsADeepRequestInsideItsOwnObjects() {
        String deep = "[".repeat(400) + "]".repeat(400);

        assertThat(rewritten("{\"x\":" + deep + ",\"model\":\"up\"}")).doesNotContain("\"up\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "[{\"model\":\"up\"}]",
                "\"model\"",
                "{}",
                "{\"model\":null}",
                "{\"model\":{\"model\":\"up\"}}",
                "{\"Model\":\"up\"}",
                "{\"response\":\"model\",\"x\":{\"response\":{\"model\":\"up\"}}}",
                "{\"response\":[{\"model\":\"up\"}]}",
                "{\"model\":\"up\"",
                "{\"model\":\"up\"}}",
                "{\"model\":\"up\",}",
                "<html>\"model\":\"up\"</html>"
            })
    void leavesEverythingElseAsItIs(String answer) {
        byte[] bytes = Bytes.of(answer);

        assertThat(rewriter.rewrite(bytes)).isSameAs(bytes);
    }

    @Test
    void leavesACompressedAnswerAsItIs() {
        byte[] bytes = "\u001f\u008b\b\u0000{\"model\":\"up\"}".getBytes(ISO_8859_1);

        assertThat(rewriter.rewrite(bytes)).isSameAs(bytes);
    }

    private String rewritten(String answer) {
        return Bytes.text(rewriter.rewrite(Bytes.of(answer)));
    }
}
