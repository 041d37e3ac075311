package org.aurora.gateway.admin;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.aurora.gateway.inbound.JsonAnswer;
import org.aurora.gateway.journal.SettingKind;
import org.aurora.gateway.journal.SettingName;
import org.aurora.gateway.live.SettingsState;

/** Answers with the setting that the path names, as of the variable {@code settings}. */
public final class ShowSetting implements Processor {
    private final SettingKind kind;

    public ShowSetting(SettingKind kind) {
        this.kind = kind;
    }

    @Override
    public void process(Exchange exchange) {
        SettingsState state = exchange.getVariable("settings", SettingsState.class);
        SettingName setting = new SettingName(kind, AdminRequest.of(exchange).segmentFromEnd(0));
        if (!exists(setting, state)) {
            throw new GatewayException(ErrorCode.NOT_FOUND, "There is nothing of that name.");
        }
        exchange.getMessage().setBody(answer(HttpResponseStatus.OK, setting, state));
    }

    private static boolean exists(SettingName setting, SettingsState state) {
        return switch (setting.kind()) {
            case ALIAS ->
                state.snapshot().aliases().definitions().find(setting.name()).isPresent();
            case RULE -> state.snapshot().rules().find(setting.name()).isPresent();
            case KEY -> state.snapshot().keys().find(setting.name()).isPresent();
            case PRICE -> PriceView.exists(state.snapshot(), setting.name());
        };
    }

    /** The view of a setting that exists, with its version as entity tag. */
    static FullHttpResponse answer(HttpResponseStatus status, SettingName setting, SettingsState state) {
        FullHttpResponse answer = JsonAnswer.of(status, json -> SettingView.write(json, setting, state));
        state.journal().current(setting).ifPresent(change -> answer.headers()
                .set("etag", EntityTags.of(change.version())));
        return answer;
    }
}
