package org.aurora.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.aurora.gateway.access.DeniedResponse;
import org.aurora.gateway.alias.ResponseModel;
import org.aurora.gateway.caller.AdminKey;
import org.aurora.gateway.model.Secret;
import org.aurora.gateway.provider.ConfiguredModelsMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewaySettingsTest {
    private static final Path ABSOLUTE = Path.of("/somewhere").toAbsolutePath();

    private final Path directory;

    GatewaySettingsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    /** A setting with two values that both differ from its default. */
    private record Row(
            String variable,
            String key,
            String one,
            Object readOne,
            String other,
            Object readOther,
            Function<GatewaySettings, Object> value) {
        @Override
        public String toString() {
            return variable;
        }
    }

    static Stream<Row> everySetting() {
        return Stream.of(
                new Row("AURORA_HOST", "aurora_host", "0.0.0.0", "0.0.0.0", "::1", "::1", GatewaySettings::host),
                new Row("AURORA_PORT", "aurora_port", "1", 1, "65535", 65535, GatewaySettings::port),
                new Row(
                        "AURORA_DATA_DIR",
                        "aurora_data_dir",
                        ABSOLUTE.toString(),
                        ABSOLUTE,
                        ABSOLUTE + "/else",
                        ABSOLUTE.resolve("else"),
                        GatewaySettings::dataDirectory),
                new Row(
                        "AURORA_CUSTOM_DIR",
                        "aurora_custom_dir",
                        ABSOLUTE.toString(),
                        ABSOLUTE,
                        ABSOLUTE + "/else",
                        ABSOLUTE.resolve("else"),
                        GatewaySettings::customDirectory),
                new Row(
                        "AURORA_DATABASE_URL",
                        "aurora_database_url",
                        "jdbc:postgresql://host/name",
                        Optional.of(new Secret("jdbc:postgresql://host/name")),
                        "postgres://user:password@host/name",
                        Optional.of(new Secret("postgres://user:password@host/name")),
                        GatewaySettings::databaseUrl),
                new Row(
                        "AURORA_MASTER_KEY",
                        "aurora_master_key",
                        "twelve-chars",
                        Optional.of(new Secret("twelve-chars")),
                        "another-key-of-mine",
                        Optional.of(new Secret("another-key-of-mine")),
                        GatewaySettings::masterKey),
                new Row(
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
                new Row(
                        "CONFIGURED_PROVIDER_MODELS_MODE",
                        "configured_provider_models_mode",
                        "allowlist",
                        ConfiguredModelsMode.ALLOWLIST,
                        "merge",
                        ConfiguredModelsMode.MERGE,
                        GatewaySettings::configuredProviderModelsMode),
                new Row(
                        "MODEL_REFRESH_INTERVAL",
                        "model_refresh_interval",
                        "300",
                        Duration.ofSeconds(300),
                        "5m",
                        Duration.ofMinutes(5),
                        GatewaySettings::modelRefreshInterval),
                new Row(
                        "CACHE_REFRESH_INTERVAL",
                        "cache_refresh_interval",
                        "90s",
                        Duration.ofSeconds(90),
                        "7d",
                        Duration.ofDays(7),
                        GatewaySettings::modelRefreshInterval),
                new Row(
                        "MODEL_STALE_TTL",
                        "model_stale_ttl",
                        "0",
                        Duration.ZERO,
                        "1h",
                        Duration.ofHours(1),
                        GatewaySettings::modelStaleTtl),
                flag("MODELS_ENABLED_BY_DEFAULT", "models_enabled_by_default", GatewaySettings::modelsEnabledByDefault),
                new Row(
                        "MODEL_ACCESS_DENIED_RESPONSE",
                        "model_access_denied_response",
                        "not_found",
                        DeniedResponse.NOT_FOUND,
                        "forbidden",
                        DeniedResponse.FORBIDDEN,
                        GatewaySettings::modelAccessDeniedResponse),
                flag("TRUST_USER_PATH_HEADER", "trust_user_path_header", GatewaySettings::trustUserPathHeader),
                new Row(
                        "RESPONSE_MODEL",
                        "response_model",
                        "requested",
                        ResponseModel.REQUESTED,
                        "upstream",
                        ResponseModel.UPSTREAM,
                        GatewaySettings::responseModel),
                new Row(
                        "MODEL_LIST_PATH",
                        "model_list_path",
                        ABSOLUTE + "/prices.json",
                        Optional.of(ABSOLUTE.resolve("prices.json")),
                        ABSOLUTE + "/api.json",
                        Optional.of(ABSOLUTE.resolve("api.json")),
                        GatewaySettings::modelListPath),
                new Row(
                        "MODEL_LIST_URL",
                        "model_list_url",
                        "https://models.example/api.json",
                        Optional.of(URI.create("https://models.example/api.json")),
                        "http://127.0.0.1:9/prices?key=x",
                        Optional.of(URI.create("http://127.0.0.1:9/prices?key=x")),
                        GatewaySettings::modelListUrl),
                new Row("AURORA_CURRENCY", "aurora_currency", "EUR", "EUR", "CHF", "CHF", GatewaySettings::currency),
                new Row(
                        "MAX_BODY_BYTES",
                        "max_body_bytes",
                        "1000",
                        1000,
                        "1 GiB",
                        1 << 30,
                        GatewaySettings::maxBodyBytes));
    }

    private static Row flag(String variable, String key, Function<GatewaySettings, Object> value) {
        return new Row(variable, key, "Yes", true, "OFF", false, value);
    }

    @Test
    void hasADefaultForEverySetting() {
        assertThat(Configured.in(directory).read().settings())
                .isEqualTo(new GatewaySettings(
                        "127.0.0.1",
                        8080,
                        directory.resolve("data"),
                        directory.resolve("custom"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        false,
                        false,
                        ConfiguredModelsMode.FALLBACK,
                        Duration.ofMinutes(5),
                        Duration.ofHours(24),
                        true,
                        DeniedResponse.FORBIDDEN,
                        false,
                        ResponseModel.UPSTREAM,
                        Optional.empty(),
                        Optional.empty(),
                        "USD",
                        32 * 1024 * 1024));
    }

    @Test
    void coversEverySettingInTheTableBelow() {
        assertThat(everySetting().map(Row::key)).containsExactlyElementsOf(Setting.keys());
    }

    @ParameterizedTest
    @MethodSource("everySetting")
    void readsTheVariable(Row row) {
        assertThat(fromEnvironment(row, row.one())).isEqualTo(row.readOne());
        assertThat(fromEnvironment(row, row.other())).isEqualTo(row.readOther());
    }

    @ParameterizedTest
    @MethodSource("everySetting")
    void readsTheKeyInTheFile(Row row) {
        assertThat(fromFile(row, row.one())).isEqualTo(row.readOne());
        assertThat(fromFile(row, row.other())).isEqualTo(row.readOther());
    }

    @ParameterizedTest
    @MethodSource("everySetting")
    void prefersTheVariableToTheFile(Row row) {
        Configured configured = inFile(row, row.other()).variables(Map.of(row.variable(), row.one()));

        assertThat(row.value().apply(configured.read().settings())).isEqualTo(row.readOne());
    }

    @ParameterizedTest
    @MethodSource("everySetting")
    void takesAnEmptyVariableForUnset(Row row) {
        Configured configured = inFile(row, row.one()).variables(Map.of(row.variable(), ""));

        assertThat(row.value().apply(configured.read().settings())).isEqualTo(row.readOne());
    }

    @ParameterizedTest
    @CsvSource({
        "true, true", "1, true", "yes, true", "on, true", "TRUE, true", "On, true",
        "false, false", "0, false", "no, false", "off, false", "No, false", "FALSE, false"
    })
    void readsABooleanInAnyCase(String written, boolean meant) {
        assertThat(Configured.in(directory)
                        .file("settings: { aurora_allow_anonymous: " + written + " }")
                        .variables(Map.of("MODELS_ENABLED_BY_DEFAULT", written))
                        .read()
                        .settings())
                .returns(meant, GatewaySettings::allowAnonymous)
                .returns(meant, GatewaySettings::modelsEnabledByDefault);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1KiB, 1024", "2 mib, 2097152", "1073741824, 1073741824"})
    void readsSizesWithUnits(String written, int bytes) {
        assertThat(Configured.in(directory)
                        .variables(Map.of("MAX_BODY_BYTES", written))
                        .read()
                        .settings()
                        .maxBodyBytes())
                .isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "2 GiB",
                "1073741825",
                "99999999999999999999 GiB",
                "999999999999999999 GiB",
                "1.5 MiB",
                "1 MB",
                "x"
            })
    void refusesASizeThatCannotBe(String written) {
        assertThat(refusal("MAX_BODY_BYTES", written))
                .isEqualTo("environment variable MAX_BODY_BYTES: '" + written
                        + "' is not a number of bytes from 1 to 1073741824, or with a unit, such as 32 MiB"
                        + " (KiB, MiB, GiB)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http", "8080.0", "0x50", "99999999999999999999"})
    void refusesAPortThatCannotBe(String written) {
        assertThat(refusal("AURORA_PORT", written))
                .isEqualTo("environment variable AURORA_PORT: '" + written + "' is not a whole number from 1 to 65535");
    }

    @ParameterizedTest
    @CsvSource({
        "AURORA_HOST, 'a host/x'",
        "AURORA_ALLOW_ANONYMOUS, maybe",
        "CONFIGURED_PROVIDER_MODELS_MODE, Allowlist",
        "MODEL_ACCESS_DENIED_RESPONSE, 404",
        "MODEL_REFRESH_INTERVAL, 0",
        "MODEL_REFRESH_INTERVAL, 8d",
        "MODEL_REFRESH_INTERVAL, 5 minutes",
        "CACHE_REFRESH_INTERVAL, -1",
        "MODEL_STALE_TTL, 1.5h",
        "MODEL_STALE_TTL, 366d",
        "RESPONSE_MODEL, alias"
    })
    void refusesAValueThatIsNotAllowed(String variable, String value) {
        assertThat(refusal(variable, value))
                .startsWith("environment variable " + variable + ": '" + value + "' is not ");
    }

    @ParameterizedTest
    @CsvSource({
        "CACHE_REFRESH_INTERVAL, 10s, MODEL_REFRESH_INTERVAL, 20s, 20",
        "CACHE_REFRESH_INTERVAL, 10s, MODEL_STALE_TTL, 20s, 10"
    })
    void takesTheIntervalByEitherName(String one, String first, String other, String second, long seconds) {
        GatewaySettings settings = Configured.in(directory)
                .file("settings:\n  model_refresh_interval: 30s\n")
                .variables(Map.of(one, first, other, second))
                .read()
                .settings();

        assertThat(settings.modelRefreshInterval()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void saysWhichModesThereAre() {
        assertThat(refusal("CONFIGURED_PROVIDER_MODELS_MODE", "all"))
                .endsWith("'all' is not one of fallback, allowlist, merge");
    }

    @Test
    void saysWhichSettingsThereAreWhenOneIsUnknown() {
        assertThat(Configured.in(directory)
                        .file("settings:\n  response_model: upstream\n  aurora_ports: 1\n")
                        .refusal())
                .startsWith("config/aurora.yaml line 3, settings.aurora_ports: unknown key 'aurora_ports'; allowed are"
                        + " aurora_host, aurora_port, ")
                .endsWith(", max_body_bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk-short", "has a blank in it", "uml\u00e4ut-is-no-header", "   "})
    void refusesAMasterKeyWithoutShowingIt(String key) {
        assertThat(refusal("AURORA_MASTER_KEY", key))
                .startsWith("environment variable AURORA_MASTER_KEY: the key must ")
                .doesNotContain(key);
    }

    @Test
    void takesTheLineBreakOffAKeyThatCameFromAFile() {
        assertThat(Configured.in(directory)
                        .variables(Map.of("AURORA_MASTER_KEY", "twelve-chars\n"))
                        .read()
                        .settings()
                        .masterKey())
                .contains(new Secret("twelve-chars"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ann:sk-secret-1234,ann:sk-secret-5678 | entry 2: an earlier entry has the same name",
                "ann:sk-secret-1234,bob:sk-secret-1234 | entry 2: an earlier entry or the master key has the same key",
                "ann:sk-master-1234 | entry 1: an earlier entry or the master key has the same key",
                "ann:sk-short | entry 1: the key must have at least 12 characters",
                "sk-secret-1234 | entry 1: must be name:key",
                ":sk-secret-1234 | entry 1: must be name:key",
                "ann: | entry 1: must be name:key",
                "ann:sk-secret-1234, | entry 2: must be name:key",
                "master:sk-secret-1234 | entry 1: the name before the colon must",
                "sk-secret 1234:ann | entry 1: the name before the colon must"
            })
    void refusesAdminKeysWithoutShowingAny(String written, String reason) {
        Configured configured = Configured.in(directory)
                .variables(Map.of("AURORA_ADMIN_KEYS", written, "AURORA_MASTER_KEY", "sk-master-1234"));

        assertThat(configured.refusal())
                .startsWith("environment variable AURORA_ADMIN_KEYS, " + reason)
                .doesNotContain("sk-");
    }

    @Test
    void printsNoKey() {
        Configured configured = Configured.in(directory)
                .variables(Map.of(
                        "AURORA_MASTER_KEY", "sk-master-1234",
                        "AURORA_ADMIN_KEYS", "ann:sk-secret-1234",
                        "OPENAI_API_KEY", "sk-openai"));

        assertThat(configured.read().toString()).contains("ann", "openai").doesNotContain("sk-");
    }

    private String refusal(String variable, String value) {
        return Configured.in(directory).variables(Map.of(variable, value)).refusal();
    }

    private Object fromEnvironment(Row row, String value) {
        Configured configured = Configured.in(directory).variables(Map.of(row.variable(), value));
        return row.value().apply(configured.read().settings());
    }

    private Object fromFile(Row row, String value) {
        return row.value().apply(inFile(row, value).read().settings());
    }

    private Configured inFile(Row row, String value) {
        return Configured.in(directory).file("settings:\n  " + row.key() + ": \"" + value + "\"\n");
    }
}
