package org.aurora.gateway.admin;

import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.caller.ManagedKey;
import org.aurora.gateway.journal.SettingKind;
import org.aurora.gateway.live.SettingsState;
import org.aurora.gateway.resolve.AliasView;
import org.aurora.gateway.resolve.RuleView;

/** Answers with all settings of one kind, as of the variable {@code settings}. */
public final class ListSettings implements Processor {
    private static final Comparator<ManagedKey> KEYS_BY_NAME =
            Comparator.comparing((ManagedKey key) -> key.settings().name()).thenComparing(ManagedKey::id);

    private final SettingKind kind;
    private final ListAnswers answers;

    public ListSettings(SettingKind kind, ListAnswers answers) {
        this.kind = kind;
        this.answers = answers;
    }

    @Override
    public void process(Exchange exchange) throws IOException {
        SettingsState state = exchange.getVariable("settings", SettingsState.class);
        exchange.getMessage().setBody(answers.of(exchange, list(state)));
    }

    private ListedJson<?> list(SettingsState state) {
        return switch (kind) {
            case ALIAS ->
                ListedJson.array(
                        AliasView.all(state.snapshot()), (json, view) -> AliasViewJson.write(json, view, state));
            case RULE ->
                ListedJson.array(RuleView.all(state.snapshot()), (json, view) -> RuleViewJson.write(json, view, state));
            case KEY ->
                ListedJson.array(
                        state.snapshot().keys().all().sorted(KEYS_BY_NAME),
                        (json, key) -> KeyViewJson.write(json, key, Optional.empty(), state));
            case PRICE ->
                ListedJson.array(
                        PriceView.selectors(state.snapshot()),
                        (json, selector) -> PriceViewJson.write(json, selector, state));
        };
    }
}
