package org.aurora.gateway;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.aurora.gateway.alias.AliasProblem;
import org.aurora.gateway.provider.Provider;

/** What an operator is told once the gateway serves. */
final class Greeting {
    private static final String NO_PROVIDER =
            "  none; put one into config/aurora.yaml, or set the key of a known service, as OPENAI_API_KEY";

    private Greeting() {}

    static String of(GatewayConfiguration configuration) {
        List<String> lines = new ArrayList<>();
        lines.add("Aurora" + version() + " serves at " + address(configuration));
        configuration.masterKey().generatedIn().ifPresent(file -> lines.add("The master key is in " + shown(file)));
        lines.add("Providers:");
        lines.addAll(providers(configuration.configured().providers()));
        lines.add("Aliases: " + configuration.configured().aliases().size());
        List<String> warnings = warnings(configuration);
        if (!warnings.isEmpty()) {
            lines.add("Warnings:");
            warnings.forEach(warning -> lines.add("  " + warning));
        }
        return String.join(System.lineSeparator(), lines);
    }

    /** Where callers on this machine reach it. */
    static String address(GatewayConfiguration configuration) {
        String host = configuration.configured().settings().host();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + configuration.configured().settings().port();
    }

    private static List<String> providers(Collection<Provider> providers) {
        return providers.isEmpty()
                ? List.of(NO_PROVIDER)
                : providers.stream().map(Greeting::provider).toList();
    }

    private static String provider(Provider provider) {
        int models = provider.models().size();
        String state = provider.offReason()
                .map(reason -> "off: " + reason)
                .orElseGet(() -> "on, " + models + (models == 1 ? " model" : " models") + " configured");
        return "  " + provider.name() + " (" + provider.type() + ") " + state;
    }

    private static List<String> warnings(GatewayConfiguration configuration) {
        List<String> warnings = new ArrayList<>(configuration.configured().warnings());
        configuration.settingsParts().live().snapshot().aliases().problems().stream()
                .map(AliasProblem::sentence)
                .forEach(warnings::add);
        return warnings;
    }

    private static String version() {
        return Optional.ofNullable(Gateway.class.getPackage().getImplementationVersion())
                .map(version -> " " + version)
                .orElse("");
    }

    private static Path shown(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
