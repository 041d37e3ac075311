package org.aurora.gateway.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.aurora.gateway.access.DeniedResponse;
import org.aurora.gateway.alias.ResponseModel;
import org.aurora.gateway.caller.AdminKey;
import org.aurora.gateway.model.Secret;
import org.aurora.gateway.provider.ConfiguredModelsMode;

/** A setting with two values that both differ from its default. */
record SettingExample(
        String variable,
        String key,
        String one,
        Object readOne,
        String other,
        Object readOther,
        Function<GatewaySettings, Object> value) {
    private static final Path ABSOLUTE = Path.of("/somewhere").toAbsolutePath();

    @Override
    public String toString() {
        return variable;
    }

    static Stream<SettingExample> ofEverySetting() {
        return Stream.of(
                new SettingExample(
                        "AURORA_HOST", "aurora_host", "0.0.0.0", "0.0.0.0", "::1", "::1", GatewaySettings::host),
                new SettingExample("AURORA_PORT", "aurora_port", "1", 1, "65535", 65535, GatewaySettings::port),
                new SettingExample(
                        "AURORA_DATA_DIR",
                        "aurora_data_dir",
                        ABSOLUTE.toString(),
                        ABSOLUTE,
                        ABSOLUTE + "/else",
                        ABSOLUTE.resolve("else"),
                        GatewaySettings::dataDirectory),
                new SettingExample(
                        "AURORA_CUSTOM_DIR",
                        "aurora_custom_dir",
                        ABSOLUTE.toString(),
                        ABSOLUTE,
                        ABSOLUTE + "/else",
                        ABSOLUTE.resolve("else"),
                        GatewaySettings::customDirectory),
                new SettingExample(
                        "AURORA_DATABASE_URL",
                        "aurora_database_url",
                        "jdbc:postgresql://host/name",
                        Optional.of(new Secret("jdbc:postgresql://host/name")),
                        "postgres://user:password@host/name",
                        Optional.of(new Secret("postgres://user:password@host/name")),
                        GatewaySettings::databaseUrl),
                new SettingExample(
                        "AURORA_MASTER_KEY",
                        "aurora_master_key",
                        "twelve-chars",
                        Optional.of(new Secret("twelve-chars")),
                        "another-key-of-mine",
                        Optional.of(new Secret("another-key-of-mine")),
                        GatewaySettings::masterKey),
                new SettingExample(
                        "AURORA_ADMIN_KEYS",
                        "aurora_admin_keys",
                        "ann:twelve-chars",
                        List.of(new AdminKey("ann", new Secret("twelve-chars"))),
                        "ann:twelve-chars, bob:with:a:colon",
                        List.of(
                                new AdminKey("ann", new Secret("twelve-chars")),
                                new AdminKey("bob", new Secret("with:a:colon"))),
                        GatewaySettings::adminKeys),
                flag("AURORA_ALLOW_ANONYMOUS", "aurora_allow_anonymous", GatewaySettings::allowAnonymous),
                flag(
                        "KEEP_ONLY_ALIASES_AT_MODELS_ENDPOINT",
                        "keep_only_aliases_at_models_endpoint",
                        GatewaySettings::keepOnlyAliasesAtModelsEndpoint),
                new SettingExample(
                        "CONFIGURED_PROVIDER_MODELS_MODE",
                        "configured_provider_models_mode",
                        "allowlist",
                        ConfiguredModelsMode.ALLOWLIST,
                        "merge",
                        ConfiguredModelsMode.MERGE,
                        GatewaySettings::configuredProviderModelsMode),
                new SettingExample(
                        "MODEL_REFRESH_INTERVAL",
                        "model_refresh_interval",
                        "300",
                        Duration.ofSeconds(300),
                        "5m",
                        Duration.ofMinutes(5),
                        GatewaySettings::modelRefreshInterval),
                new SettingExample(
                        "CACHE_REFRESH_INTERVAL",
                        "cache_refresh_interval",
                        "90s",
                        Duration.ofSeconds(90),
                        "7d",
                        Duration.ofDays(7),
                        GatewaySettings::modelRefreshInterval),
                new SettingExample(
                        "MODEL_STALE_TTL",
                        "model_stale_ttl",
                        "0",
                        Duration.ZERO,
                        "1h",
                        Duration.ofHours(1),
                        GatewaySettings::modelStaleTtl),
                flag("MODELS_ENABLED_BY_DEFAULT", "models_enabled_by_default", GatewaySettings::modelsEnabledByDefault),
                new SettingExample(
                        "MODEL_ACCESS_DENIED_RESPONSE",
                        "model_access_denied_response",
                        "not_found",
                        DeniedResponse.NOT_FOUND,
                        "forbidden",
                        DeniedResponse.FORBIDDEN,
                        GatewaySettings::modelAccessDeniedResponse),
                flag("TRUST_USER_PATH_HEADER", "trust_user_path_header", GatewaySettings::trustUserPathHeader),
                new SettingExample(
                        "RESPONSE_MODEL",
                        "response_model",
                        "requested",
                        ResponseModel.REQUESTED,
                        "upstream",
                        ResponseModel.UPSTREAM,
                        GatewaySettings::responseModel),
                new SettingExample(
                        "MODEL_LIST_PATH",
                        "model_list_path",
                        ABSOLUTE + "/prices.json",
                        Optional.of(ABSOLUTE.resolve("prices.json")),
                        ABSOLUTE + "/api.json",
                        Optional.of(ABSOLUTE.resolve("api.json")),
                        GatewaySettings::modelListPath),
                new SettingExample(
                        "MODEL_LIST_URL",
                        "model_list_url",
                        "https://models.example/api.json",
                        Optional.of(URI.create("https://models.example/api.json")),
                        "http://127.0.0.1:9/prices?key=x",
                        Optional.of(URI.create("http://127.0.0.1:9/prices?key=x")),
                        GatewaySettings::modelListUrl),
                new SettingExample(
                        "AURORA_CURRENCY", "aurora_currency", "EUR", "EUR", "CHF", "CHF", GatewaySettings::currency),
                new SettingExample(
                        "MAX_BODY_BYTES",
                        "max_body_bytes",
                        "1000",
                        1000,
                        "1 GiB",
                        1 << 30,
                        GatewaySettings::maxBodyBytes),
                flag("USAGE_ENABLED", "usage_enabled", settings -> settings.usage()
                        .enabled()),
                flag("USAGE_COST_HEADER", "usage_cost_header", settings -> settings.usage()
                        .costHeader()),
                new SettingExample(
                        "USAGE_SPOOL_MAX",
                        "usage_spool_max",
                        "1000",
                        1000L,
                        "1 GiB",
                        1L << 30,
                        settings -> settings.usage().spoolMaxBytes()),
                new SettingExample(
                        "USAGE_RETENTION_DAYS", "usage_retention_days", "0", 0, "7", 7, settings -> settings.usage()
                                .retentionDays()),
                new SettingExample(
                        "USAGE_ROLLUP_RETENTION_DAYS",
                        "usage_rollup_retention_days",
                        "0",
                        0,
                        "365",
                        365,
                        settings -> settings.usage().rollupRetentionDays()),
                flag("METRICS_PUBLIC", "metrics_public", settings -> settings.metrics()
                        .open()),
                new SettingExample(
                        "METRICS_TOKEN",
                        "metrics_token",
                        "twelve-chars",
                        Optional.of(new Secret("twelve-chars")),
                        "another-key-of-mine",
                        Optional.of(new Secret("another-key-of-mine")),
                        settings -> settings.metrics().token()));
    }

    private static SettingExample flag(String variable, String key, Function<GatewaySettings, Object> value) {
        return new SettingExample(variable, key, "Yes", true, "OFF", false, value);
    }
}
