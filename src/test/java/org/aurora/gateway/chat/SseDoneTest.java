package org.aurora.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseDoneTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: [DONE]\n\n",
                "data:[DONE]\n\n",
                "data: [DONE]\r\n\r\n",
                "data: [DONE]\r\r",
                "data: [DONE]",
                "data: [DONE] \n",
                "data: {}\n\ndata: [DONE]\n\n",
                "data: {}\rdata: [DONE]\r",
                "\n\n: ping\n\nevent: done\ndata: [DONE]\n\n",
                "data: [DONE]\n\n: bye\n\n"
            })
    void seesTheTerminalWhereverTheStreamIsCut(String stream) {
        byte[] bytes = Bytes.of(stream);
        for (int cut = 0; cut <= bytes.length; cut++) {
            SseDone done = new SseDone();

            done.push(Arrays.copyOf(bytes, cut));
            done.push(Arrays.copyOfRange(bytes, cut, bytes.length));

            assertThat(done.seen()).as("cut at %d", cut).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "data: [DONE",
                "data: [DON\nE]",
                "data:  [DONE]\n\n",
                "data : [DONE]\n\n",
                "data: [done]\n\n",
                "data [DONE]\n\n",
                " data: [DONE]\n\n",
                "event: [DONE]\n\n",
                "metadata: [DONE]\n\n",
                ": data: [DONE]\n\n",
                "data: \"data: [DONE]\"\n\n",
                "data: {\"content\":\"\\ndata: [DONE]\"}\n\n",
                "data: x[DONE]\n\n",
                "data:\n[DONE]\n\n",
                "data:\r [DONE]"
            })
    void seesNoTerminalInAnythingElse(String stream) {
        SseDone done = new SseDone();

        done.push(Bytes.of(stream));

        assertThat(done.seen()).isFalse();
    }
}
