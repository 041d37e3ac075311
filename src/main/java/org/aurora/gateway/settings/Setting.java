package org.aurora.gateway.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The gateway's settings under the names of their environment variables. */
enum Setting {
    AURORA_HOST,
    AURORA_PORT,
    AURORA_DATA_DIR,
    AURORA_CUSTOM_DIR,
    AURORA_DATABASE_URL,
    AURORA_MASTER_KEY,
    AURORA_ADMIN_KEYS,
    AURORA_ALLOW_ANONYMOUS,
    KEEP_ONLY_ALIASES_AT_MODELS_ENDPOINT,
    CONFIGURED_PROVIDER_MODELS_MODE,
    MODEL_REFRESH_INTERVAL,
    /** Another name of {@link #MODEL_REFRESH_INTERVAL}, which wins over it. */
    CACHE_REFRESH_INTERVAL,
    MODEL_STALE_TTL,
    MODELS_ENABLED_BY_DEFAULT,
    MODEL_ACCESS_DENIED_RESPONSE,
    TRUST_USER_PATH_HEADER,
    RESPONSE_MODEL,
    MODEL_LIST_PATH,
    MODEL_LIST_URL,
    AURORA_CURRENCY,
    MAX_BODY_BYTES,
    USAGE_ENABLED,
    USAGE_COST_HEADER,
    USAGE_SPOOL_MAX,
    USAGE_RETENTION_DAYS,
    USAGE_ROLLUP_RETENTION_DAYS,
    METRICS_PUBLIC,
    METRICS_TOKEN;

    /** Its key in the configuration file. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Setting::key).toList();
    }
}
