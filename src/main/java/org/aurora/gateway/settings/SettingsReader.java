package org.aurora.gateway.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aurora.gateway.access.DeniedResponse;
import org.aurora.gateway.alias.ResponseModel;
import org.aurora.gateway.model.Secret;
import org.aurora.gateway.provider.ConfiguredModelsMode;

/** Reads the gateway's own settings: the environment, then the file, then the default. */
final class SettingsReader {
    static final int FEWEST_KEY_CHARACTERS = 12;

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:-]{1,253}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int DEFAULT_BODY_BYTES = 32 << 20;
    private static final int MOST_BODY_BYTES = 1 << 30;
    private static final long DEFAULT_SPOOL_BYTES = 10L << 30;
    private static final long MOST_SPOOL_BYTES = 1L << 50;
    private static final int DEFAULT_RETENTION_DAYS = 90;
    private static final int DEFAULT_ROLLUP_RETENTION_DAYS = 1_100;
    private static final int MOST_RETENTION_DAYS = 36_500;
    private static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(5);
    private static final Duration LONGEST_INTERVAL = Duration.ofDays(7);
    private static final Duration DEFAULT_STALE_TTL = Duration.ofDays(1);
    private static final Duration LONGEST_STALE_TTL = Duration.ofDays(365);

    private final Map<String, String> environment;
    private final YamlSection section;
    private final Path workingDirectory;

    SettingsReader(Map<String, String> environment, YamlSection section, Path workingDirectory) {
        this.environment = environment;
        this.section = section.allowing(Setting.keys());
        this.workingDirectory = workingDirectory;
    }

    GatewaySettings read() {
        Optional<Secret> masterKey =
                find(Setting.AURORA_MASTER_KEY).map(written -> written.secret(FEWEST_KEY_CHARACTERS));
        refuseTwoLists();
        return new GatewaySettings(
                find(Setting.AURORA_HOST)
                        .map(written -> written.matching(HOST, "a host name or an IP address"))
                        .orElse("127.0.0.1"),
                find(Setting.AURORA_PORT)
                        .map(written -> (int) written.wholeNumber(1, 65_535))
                        .orElse(8080),
                directory(Setting.AURORA_DATA_DIR, "data"),
                directory(Setting.AURORA_CUSTOM_DIR, "custom"),
                find(Setting.AURORA_DATABASE_URL).map(written -> written.secret(1)),
                masterKey,
                find(Setting.AURORA_ADMIN_KEYS)
                        .map(written -> AdminKeys.parse(written, masterKey))
                        .orElse(List.of()),
                flag(Setting.AURORA_ALLOW_ANONYMOUS, false),
                flag(Setting.KEEP_ONLY_ALIASES_AT_MODELS_ENDPOINT, false),
                oneOf(Setting.CONFIGURED_PROVIDER_MODELS_MODE, ConfiguredModelsMode.FALLBACK),
                variable(Setting.MODEL_REFRESH_INTERVAL)
                        .or(() -> variable(Setting.CACHE_REFRESH_INTERVAL))
                        .or(() -> find(Setting.MODEL_REFRESH_INTERVAL))
                        .or(() -> find(Setting.CACHE_REFRESH_INTERVAL))
                        .map(written -> written.duration(Duration.ofSeconds(1), LONGEST_INTERVAL))
                        .orElse(DEFAULT_INTERVAL),
                find(Setting.MODEL_STALE_TTL)
                        .map(written -> written.duration(Duration.ZERO, LONGEST_STALE_TTL))
                        .orElse(DEFAULT_STALE_TTL),
                flag(Setting.MODELS_ENABLED_BY_DEFAULT, true),
                oneOf(Setting.MODEL_ACCESS_DENIED_RESPONSE, DeniedResponse.FORBIDDEN),
                flag(Setting.TRUST_USER_PATH_HEADER, false),
                oneOf(Setting.RESPONSE_MODEL, ResponseModel.UPSTREAM),
                find(Setting.MODEL_LIST_PATH).map(written -> file(written, "the path of a file")),
                find(Setting.MODEL_LIST_URL).map(SettingsReader::listUrl),
                find(Setting.AURORA_CURRENCY)
                        .map(written -> written.matching(CURRENCY, "a currency of three capital letters, such as USD"))
                        .orElse("USD"),
                find(Setting.MAX_BODY_BYTES)
                        .map(written -> (int) written.size(MOST_BODY_BYTES))
                        .orElse(DEFAULT_BODY_BYTES),
                usage(),
                metrics());
    }

    private UsageSettings usage() {
        return new UsageSettings(
                flag(Setting.USAGE_ENABLED, true),
                flag(Setting.USAGE_COST_HEADER, true),
                find(Setting.USAGE_SPOOL_MAX)
                        .map(written -> written.size(MOST_SPOOL_BYTES))
                        .orElse(DEFAULT_SPOOL_BYTES),
                days(Setting.USAGE_RETENTION_DAYS, DEFAULT_RETENTION_DAYS),
                days(Setting.USAGE_ROLLUP_RETENTION_DAYS, DEFAULT_ROLLUP_RETENTION_DAYS));
    }

    private MetricsSettings metrics() {
        return new MetricsSettings(
                flag(Setting.METRICS_PUBLIC, false),
                find(Setting.METRICS_TOKEN).map(written -> written.secret(FEWEST_KEY_CHARACTERS)));
    }

    private int days(Setting setting, int otherwise) {
        return find(setting)
                .map(written -> (int) written.wholeNumber(0, MOST_RETENTION_DAYS))
                .orElse(otherwise);
    }

    private void refuseTwoLists() {
        if (find(Setting.MODEL_LIST_PATH).isPresent()) {
            find(Setting.MODEL_LIST_URL).ifPresent(written -> {
                throw written.place()
                        .refuse("there is a " + Setting.MODEL_LIST_PATH + " too; set one of the two, not both");
            });
        }
    }

    private Optional<WrittenValue> find(Setting setting) {
        return variable(setting)
                .or(() -> section.find(setting.key()).map(YamlValue::scalar).filter(written -> !written.isEmpty()));
    }

    private Optional<WrittenValue> variable(Setting setting) {
        String variable = environment.getOrDefault(setting.name(), "");
        return variable.isEmpty() ? Optional.empty() : Optional.of(WrittenValue.ofVariable(setting.name(), variable));
    }

    private boolean flag(Setting setting, boolean otherwise) {
        return find(setting).map(WrittenValue::flag).orElse(otherwise);
    }

    private <E extends Enum<E>> E oneOf(Setting setting, E otherwise) {
        return find(setting)
                .map(written -> written.oneOf(otherwise.getDeclaringClass()))
                .orElse(otherwise);
    }

    private Path directory(Setting setting, String otherwise) {
        return find(setting)
                .map(written -> file(written, "the path of a folder"))
                .orElseGet(() -> workingDirectory.resolve(otherwise));
    }

    private Path file(WrittenValue written, String allowed) {
        try {
            return workingDirectory.resolve(written.text());
        } catch (InvalidPathException e) {
            throw written.wrong(allowed);
        }
    }

    /** A query is part of it, and may hold a secret: the address is never shown. */
    private static URI listUrl(WrittenValue written) {
        try {
            URI uri = new URI(written.text());
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw notAListUrl(written);
        }
        throw notAListUrl(written);
    }

    private static ConfigurationException notAListUrl(WrittenValue written) {
        return written.place().refuse("must be an absolute http or https address without user info");
    }
}
