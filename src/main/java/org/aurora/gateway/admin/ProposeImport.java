package org.aurora.gateway.admin;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.journal.Proposal;
import org.aurora.gateway.live.LiveSettings;
import org.aurora.gateway.settings.SettingsDocument;

/** Reads a whole document of settings. Sets the variables {@code proposal}, {@code mode} and {@code dryRun}. */
public final class ProposeImport implements Processor {
    private final LiveSettings live;

    public ProposeImport(LiveSettings live) {
        this.live = live;
    }

    @Override
    public void process(Exchange exchange) {
        AdminRequest request = AdminRequest.of(exchange).allowingParameters(Set.of("mode", "dry_run", "revision"));
        ImportMode mode = mode(request.parameter("mode").orElse(""));
        SettingsDocument document =
                SettingsDocument.read(AdminBody.yaml(exchange), live.providerNames(), live.currency());
        exchange.setVariable("mode", mode);
        exchange.setVariable("dryRun", mode == ImportMode.DRY_RUN || onlyTried(request));
        exchange.setVariable(
                "proposal",
                new Proposal(
                        request.author(),
                        new ImportPlan(
                                document,
                                mode == ImportMode.REPLACE,
                                request.number("revision", 0, Long.MAX_VALUE),
                                setting -> ShowSetting.declared(setting, live.state()))));
    }

    private static boolean onlyTried(AdminRequest request) {
        return switch (request.parameter("dry_run").orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw AdminRequest.bad("The query parameter dry_run must be true or false.");
        };
    }

    private static ImportMode mode(String text) {
        return Arrays.stream(ImportMode.values())
                .filter(mode -> SettingView.word(mode).equals(text))
                .findFirst()
                .orElseThrow(() -> AdminRequest.bad("The query parameter mode must be one of "
                        + Arrays.stream(ImportMode.values())
                                .map(SettingView::word)
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
