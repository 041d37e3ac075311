package org.aurora.gateway.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.aurora.gateway.access.DeniedResponse;
import org.aurora.gateway.alias.ResponseModel;
import org.aurora.gateway.caller.AdminKey;
import org.aurora.gateway.model.Secret;
import org.aurora.gateway.provider.ConfiguredModelsMode;

/**
 * The gateway's own settings.
 *
 * @param host the address to listen on
 * @param port 1 to 65535
 * @param dataDirectory where the gateway keeps its state, below the working directory unless absolute
 * @param customDirectory where integrators put their routes and kamelets; need not exist
 * @param databaseUrl the PostgreSQL database that keeps the settings, password included; empty for an embedded one
 * @param masterKey the key with full rights, at least 12 characters; empty when one has to be generated
 * @param adminKeys further keys with the master key's rights; no two share a name or a key
 * @param allowAnonymous whether the data plane answers callers without a key
 * @param keepOnlyAliasesAtModelsEndpoint whether lists of models leave out everything but aliases
 * @param configuredProviderModelsMode what the configured lists of models mean
 * @param modelRefreshInterval how often each provider is asked for its models, 1 second to 7 days
 * @param modelStaleTtl how long models that a silent provider had stay beside its configured list, 0 to 365 days
 * @param modelsEnabledByDefault whether a model may be used when no rule speaks of it
 * @param modelAccessDeniedResponse what a caller is told who may not use a model
 * @param trustUserPathHeader whether callers without a place of their own may name one
 * @param responseModel which name answers carry, unless an alias says otherwise
 * @param modelListPath a file with a public list of prices
 * @param modelListUrl where such a list is fetched from; http or https; empty where there is a file
 * @param currency the one currency of prices and costs: three capital letters
 * @param maxBodyBytes the largest request body accepted, 1 to 1 GiB
 * @param usage how calls are recorded
 * @param metrics who may read the metrics
 */
public record GatewaySettings(
        String host,
        int port,
        Path dataDirectory,
        Path customDirectory,
        Optional<Secret> databaseUrl,
        Optional<Secret> masterKey,
        List<AdminKey> adminKeys,
        boolean allowAnonymous,
        boolean keepOnlyAliasesAtModelsEndpoint,
        ConfiguredModelsMode configuredProviderModelsMode,
        Duration modelRefreshInterval,
        Duration modelStaleTtl,
        boolean modelsEnabledByDefault,
        DeniedResponse modelAccessDeniedResponse,
        boolean trustUserPathHeader,
        ResponseModel responseModel,
        Optional<Path> modelListPath,
        Optional<URI> modelListUrl,
        String currency,
        int maxBodyBytes,
        UsageSettings usage,
        MetricsSettings metrics) {

    public GatewaySettings {
        adminKeys = List.copyOf(adminKeys);
    }
}
