package org.aurora.gateway.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aurora.gateway.provider.Provider;

/** Reads everything an operator configures: the environment over the configuration file over the defaults. */
public final class ConfigurationReader {
    private ConfigurationReader() {}

    /**
     * Reads {@code config/aurora.yaml}, or the file that {@code AURORA_CONFIG_PATH} names. The default file may be
     * missing.
     *
     * @param environment the environment variables; an empty one counts as unset
     * @param workingDirectory what relative paths are relative to
     * @throws ConfigurationException naming the first thing that is wrong
     */
    public static Configuration read(Map<String, String> environment, Path workingDirectory) {
        YamlSection file = ConfigurationFile.read(environment, workingDirectory)
                .allowing("providers", "aliases", "model_overrides", "settings");
        GatewaySettings settings = new SettingsReader(environment, file.section("settings"), workingDirectory).read();
        List<String> warnings = new ArrayList<>();
        List<Provider> providers = providers(environment, file, settings.currency(), warnings);
        Set<String> names = new LinkedHashSet<>();
        providers.forEach(provider -> names.add(provider.name()));
        return new Configuration(
                settings,
                providers,
                AliasesSection.read(file.section("aliases"), names),
                RulesSection.read(file.section("model_overrides")),
                warnings);
    }

    private static List<Provider> providers(
            Map<String, String> environment, YamlSection file, String currency, List<String> warnings) {
        List<ProviderDraft> declared = ProvidersSection.read(file.section("providers"), currency, warnings::add);
        return ProviderVariables.over(declared, environment, warnings::add).stream()
                .map(ProviderDraft::provider)
                .toList();
    }
}
