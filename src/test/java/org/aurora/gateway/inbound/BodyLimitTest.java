package org.aurora.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aurora.gateway.error.GatewayException;
import org.junit.jupiter.api.Test;

class BodyLimitTest {
    private static final int PIECES = 70_000;

    private final Call call = new Call(
            new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/v1/chat/completions"),
            new EmbeddedChannel());
    private final BodyLimit limit = new BodyLimit(1L << 30, new BodyBudget(1L << 30));

    @Test
    void refusesABodyThatComesInTooManyTinyPieces() {
        assertThat(firstRefusal(1)).isPresent();
    }

    @Test
    void takesABodyThatComesInManyFairPieces() {
        assertThat(firstRefusal(512)).isEmpty();
    }

    private Optional<GatewayException> firstRefusal(int bytesEach) {
        return IntStream.range(0, PIECES)
                .mapToObj(piece -> limit.count(call, bytesEach))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
