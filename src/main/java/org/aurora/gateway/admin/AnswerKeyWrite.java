package org.aurora.gateway.admin;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.inbound.JsonAnswer;
import org.aurora.gateway.journal.SettingName;
import org.aurora.gateway.live.LiveSettings;
import org.aurora.gateway.live.SettingsState;

/** Answers a write of one key with what it is now, and with the key itself where the write made one. */
public final class AnswerKeyWrite implements Processor {
    private static final String KEYS = "/admin/api/v1/auth-keys/";

    private final LiveSettings live;

    public AnswerKeyWrite(LiveSettings live) {
        this.live = live;
    }

    @Override
    public void process(Exchange exchange) {
        KeyWrite write = exchange.getVariable(KeyWrite.VARIABLE, KeyWrite.class);
        boolean created = exchange.getVariable("created", false, Boolean.class);
        SettingName setting = write.setting();
        SettingsState state = WrittenState.of(exchange, live);
        FullHttpResponse answer = JsonAnswer.of(
                created ? HttpResponseStatus.CREATED : HttpResponseStatus.OK,
                json -> KeyViewJson.write(json, setting.name(), write.value(), state));
        answer.headers().set("cache-control", "no-store");
        if (created) {
            answer.headers().set("location", KEYS + setting.name());
        }
        state.journal().current(setting).ifPresent(change -> answer.headers()
                .set("etag", EntityTags.of(change.version())));
        exchange.getMessage().setBody(answer);
    }
}
