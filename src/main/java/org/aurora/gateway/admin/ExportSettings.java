package org.aurora.gateway.admin;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.journal.SettingKind;
import org.aurora.gateway.journal.SettingName;
import org.aurora.gateway.live.LiveSettings;
import org.aurora.gateway.live.SettingsState;
import org.aurora.gateway.live.UnreadableSetting;
import org.aurora.gateway.settings.SettingsDocument;

/** Answers with all stored settings as YAML; what the configuration file declares is not stored and not exported. */
public final class ExportSettings implements Processor {
    private final LiveSettings live;

    public ExportSettings(LiveSettings live) {
        this.live = live;
    }

    @Override
    public void process(Exchange exchange) {
        AdminRequest.of(exchange).allowingParameters(Set.of());
        SettingsState state = live.state();
        String yaml = SettingsDocument.write(
                values(state, SettingKind.ALIAS), values(state, SettingKind.RULE), values(state, SettingKind.PRICE));
        byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
        FullHttpResponse answer =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.wrappedBuffer(bytes));
        answer.headers().set("content-type", "application/yaml").set("content-length", bytes.length);
        exchange.getMessage().setBody(answer);
    }

    /** Without what cannot be read, and what is out of sight because its name is declared as well. */
    private static SortedMap<String, String> values(SettingsState state, SettingKind kind) {
        Set<SettingName> unreadable =
                state.unreadable().stream().map(UnreadableSetting::setting).collect(Collectors.toSet());
        SortedMap<String, String> values = new TreeMap<>();
        state.journal()
                .all(kind)
                .filter(change -> !unreadable.contains(change.setting()))
                .filter(change -> !ShowSetting.declared(change.setting(), state))
                .forEach(change -> change.value()
                        .ifPresent(value -> values.put(change.setting().name(), value)));
        return values;
    }
}
