package org.aurora.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class AbandonedReplyTest {
    private final List<UpstreamAnswer> answers = new ArrayList<>();
    private final UpstreamReply reply = new UpstreamReply(
            new UpstreamRequest(
                    "test",
                    URI.create("http://127.0.0.1/v1/chat/completions"),
                    "chat/completions",
                    new DefaultHttpHeaders(),
                    Unpooled.EMPTY_BUFFER),
            answers::add);

    @Test
    void letsTheExchangeGoOnThoughTheCallerLeftBeforeAnythingWasSent() {
        reply.abandon();

        assertThat(answers).containsExactly(new UpstreamAnswer.Failed(UpstreamFailure.LOST));
    }

    @Test
    void saysOnlyOnceThatItWasAbandoned() {
        reply.abandon();
        Flux.<ByteBuf>never().subscribe(reply);
        reply.letGo();

        assertThat(answers).hasSize(1);
    }
}
