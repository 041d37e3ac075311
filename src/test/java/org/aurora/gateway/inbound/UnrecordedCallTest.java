package org.aurora.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.metering.Metering;
import org.junit.jupiter.api.Test;

class UnrecordedCallTest {
    @Test
    void countsACallWhoseRecordCannotBeHandedOver() {
        Call call = new Call(
                new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/v1/chat/completions"),
                new EmbeddedChannel());
        call.recognised(new Caller.Master("master"));
        Metering metering = new Metering(true, event -> {
            throw new IllegalStateException("no longer");
        });

        metering.over(call);

        assertThat(metering.lost()).isEqualTo(1);
    }
}
