package org.aurora.gateway.admin;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.error.ErrorBody;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.inbound.JsonAnswer;
import org.aurora.gateway.journal.PreconditionFailed;
import org.aurora.gateway.live.LiveSettings;
import org.aurora.gateway.live.SettingsState;

/** Answers a failed precondition with the error and, beside it, what is there now. */
public final class ReportConflict implements Processor {
    private static final String MESSAGE =
            "The name is not at the version that the request was meant for. Look at what is there now and decide anew.";

    private final LiveSettings live;

    public ReportConflict(LiveSettings live) {
        this.live = live;
    }

    @Override
    public void process(Exchange exchange) {
        PreconditionFailed failed = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, PreconditionFailed.class);
        SettingsState state = live.state();
        boolean there = ShowSetting.exists(failed.setting(), state);
        FullHttpResponse answer = JsonAnswer.of(HttpResponseStatus.PRECONDITION_FAILED, json -> {
            json.writeStartObject();
            json.writeFieldName("error");
            ErrorBody.writeObject(json, ErrorCode.PRECONDITION_FAILED, MESSAGE);
            json.writeFieldName("current");
            if (there) {
                SettingView.write(json, failed.setting(), state);
            } else {
                json.writeNull();
            }
            json.writeEndObject();
        });
        state.journal().current(failed.setting()).ifPresent(change -> answer.headers()
                .set("etag", EntityTags.of(change.version())));
        answer.headers().set("x-should-retry", "false");
        exchange.getMessage().setBody(answer);
    }
}
