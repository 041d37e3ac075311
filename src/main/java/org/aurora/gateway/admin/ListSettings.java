package org.aurora.gateway.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.caller.ManagedKey;
import org.aurora.gateway.inbound.JsonAnswer;
import org.aurora.gateway.journal.SettingKind;
import org.aurora.gateway.live.SettingsState;
import org.aurora.gateway.resolve.AliasView;
import org.aurora.gateway.resolve.RuleView;

/** Answers with all settings of one kind, as of the variable {@code settings}. */
public final class ListSettings implements Processor {
    private static final Comparator<ManagedKey> KEYS_BY_NAME =
            Comparator.comparing((ManagedKey key) -> key.settings().name()).thenComparing(ManagedKey::id);

    private final SettingKind kind;

    public ListSettings(SettingKind kind) {
        this.kind = kind;
    }

    @Override
    public void process(Exchange exchange) {
        SettingsState state = exchange.getVariable("settings", SettingsState.class);
        exchange.getMessage().setBody(JsonAnswer.of(HttpResponseStatus.OK, json -> {
            json.writeStartArray();
            write(json, state);
            json.writeEndArray();
        }));
    }

    private void write(JsonGenerator json, SettingsState state) throws IOException {
        switch (kind) {
            case ALIAS -> {
                for (AliasView view : AliasView.all(state.snapshot()).toList()) {
                    AliasViewJson.write(json, view, state);
                }
            }
            case RULE -> {
                for (RuleView view : RuleView.all(state.snapshot()).toList()) {
                    RuleViewJson.write(json, view, state);
                }
            }
            case KEY -> {
                for (ManagedKey key :
                        state.snapshot().keys().all().sorted(KEYS_BY_NAME).toList()) {
                    KeyViewJson.write(json, key, Optional.empty(), state);
                }
            }
            case PRICE -> {
                for (String selector : PriceView.selectors(state.snapshot()).toList()) {
                    PriceViewJson.write(json, selector, state);
                }
            }
        }
    }
}
