package org.aurora.gateway.admin;

import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.journal.SettingChange;
import org.aurora.gateway.live.LiveSettings;

/** Answers a write of one name: 201 with what is new, 200 with what was there before, 204 for what is gone. */
public final class AnswerWrite implements Processor {
    private final LiveSettings live;

    public AnswerWrite(LiveSettings live) {
        this.live = live;
    }

    @Override
    public void process(Exchange exchange) {
        List<?> changes = exchange.getVariable("changes", List.class);
        boolean created = exchange.getVariable("created", false, Boolean.class);
        SettingChange change = (SettingChange) changes.get(0);
        exchange.getMessage().setBody(answer(change, created, exchange));
    }

    private HttpResponse answer(SettingChange change, boolean created, Exchange exchange) {
        if (change.deleted()) {
            return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NO_CONTENT);
        }
        return ShowSetting.answer(
                created ? HttpResponseStatus.CREATED : HttpResponseStatus.OK,
                change.setting(),
                WrittenState.of(exchange, live));
    }
}
