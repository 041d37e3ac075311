package org.aurora.gateway.settings;

import java.util.List;
import org.aurora.gateway.access.AccessRule;
import org.aurora.gateway.alias.Alias;
import org.aurora.gateway.provider.Provider;

/**
 * Everything that was configured when the gateway started.
 *
 * @param providers in configured order: the file's as written, then those the environment created, by name
 * @param aliases the file's, as written
 * @param rules the file's, as written
 * @param warnings sentences for the log about what was left out of account; they hold no secrets
 */
public record Configuration(
        GatewaySettings settings,
        List<Provider> providers,
        List<Alias> aliases,
        List<AccessRule> rules,
        List<String> warnings) {

    public Configuration {
        providers = List.copyOf(providers);
        aliases = List.copyOf(aliases);
        rules = List.copyOf(rules);
        warnings = List.copyOf(warnings);
    }
}
