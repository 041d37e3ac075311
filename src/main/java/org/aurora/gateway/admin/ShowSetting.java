package org.aurora.gateway.admin;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Optional;
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
        exchange.getMessage()
                .setBody(AdminRequest.of(exchange)
                        .notModified(tag(setting, state))
                        .orElseGet(() -> answer(HttpResponseStatus.OK, setting, state)));
    }

    static boolean exists(SettingName setting, SettingsState state) {
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
        tag(setting, state).ifPresent(tag -> answer.headers().set("etag", tag));
        return answer;
    }

    /** Of what is stored; a name that is declared as well shows what is declared, which has no version. */
    private static Optional<String> tag(SettingName setting, SettingsState state) {
        return declared(setting, state)
                ? Optional.empty()
                : state.journal().current(setting).map(change -> EntityTags.of(change.version()));
    }

    static boolean declared(SettingName setting, SettingsState state) {
        return switch (setting.kind()) {
            case ALIAS -> state.snapshot().aliases().definitions().isDeclared(setting.name());
            case RULE -> state.snapshot().rules().isDeclared(setting.name());
            case KEY, PRICE -> false;
        };
    }
}
