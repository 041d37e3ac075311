package org.aurora.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aurora.gateway.access.DeniedResponse;
import org.aurora.gateway.alias.ResponseModel;
import org.aurora.gateway.model.Secret;
import org.aurora.gateway.provider.ConfiguredModelsMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewaySettingsTest {
    private final Path directory;

    GatewaySettingsTest(@TempDir Path directory) {
        this.directory = directory;
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
                        32 * 1024 * 1024,
                        new UsageSettings(true, true, 10L << 30, 90, 1_100),
                        new MetricsSettings(false, Optional.empty())));
    }

    @Test
    void coversEverySettingInTheTableBelow() {
        assertThat(SettingExample.ofEverySetting().map(SettingExample::key)).containsExactlyElementsOf(Setting.keys());
    }

    @ParameterizedTest
    @MethodSource("org.aurora.gateway.settings.SettingExample#ofEverySetting")
    void readsTheVariable(SettingExample row) {
        assertThat(fromEnvironment(row, row.one())).isEqualTo(row.readOne());
        assertThat(fromEnvironment(row, row.other())).isEqualTo(row.readOther());
    }

    @ParameterizedTest
    @MethodSource("org.aurora.gateway.settings.SettingExample#ofEverySetting")
    void readsTheKeyInTheFile(SettingExample row) {
        assertThat(fromFile(row, row.one())).isEqualTo(row.readOne());
        assertThat(fromFile(row, row.other())).isEqualTo(row.readOther());
    }

    @ParameterizedTest
    @MethodSource("org.aurora.gateway.settings.SettingExample#ofEverySetting")
    void prefersTheVariableToTheFile(SettingExample row) {
        Configured configured = inFile(row, row.other()).variables(Map.of(row.variable(), row.one()));

        assertThat(row.value().apply(configured.read().settings())).isEqualTo(row.readOne());
    }

    @ParameterizedTest
    @MethodSource("org.aurora.gateway.settings.SettingExample#ofEverySetting")
    void takesAnEmptyVariableForUnset(SettingExample row) {
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
        "RESPONSE_MODEL, alias",
        "AURORA_CURRENCY, usd",
        "AURORA_CURRENCY, EURO",
        "USAGE_SPOOL_MAX, 0",
        "USAGE_RETENTION_DAYS, -1",
        "USAGE_RETENTION_DAYS, 90d",
        "USAGE_ROLLUP_RETENTION_DAYS, 36501"
    })
    void refusesAValueThatIsNotAllowed(String variable, String value) {
        assertThat(refusal(variable, value))
                .startsWith("environment variable " + variable + ": '" + value + "' is not ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prices.json",
                "ftp://host/x",
                "https:///x",
                "https://user:secret@host/x",
                "http://a b/",
                "http:x"
            })
    void refusesAnAddressOfAListThatIsNoneWithoutShowingIt(String address) {
        assertThat(refusal("MODEL_LIST_URL", address))
                .isEqualTo("environment variable MODEL_LIST_URL: must be an absolute http or https address without user"
                        + " info");
    }

    @Test
    void refusesTwoLists() {
        assertThat(Configured.in(directory)
                        .variables(Map.of("MODEL_LIST_PATH", "list.json", "MODEL_LIST_URL", "https://host/list.json"))
                        .refusal())
                .isEqualTo(
                        "environment variable MODEL_LIST_URL: there is a MODEL_LIST_PATH too; set one of the two, not"
                                + " both");
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
                .endsWith(", metrics_public, metrics_token");
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
    void refusesAMetricsTokenWithoutShowingIt() {
        assertThat(refusal("METRICS_TOKEN", "tiny-token"))
                .isEqualTo("environment variable METRICS_TOKEN: the key must have at least 12 characters");
    }

    @Test
    void printsNoKey() {
        Configured configured = Configured.in(directory)
                .variables(Map.of(
                        "AURORA_MASTER_KEY", "sk-master-1234",
                        "AURORA_ADMIN_KEYS", "ann:sk-secret-1234",
                        "METRICS_TOKEN", "sk-metrics-1234",
                        "OPENAI_API_KEY", "sk-openai"));

        assertThat(configured.read().toString()).contains("ann", "openai").doesNotContain("sk-");
    }

    private String refusal(String variable, String value) {
        return Configured.in(directory).variables(Map.of(variable, value)).refusal();
    }

    private Object fromEnvironment(SettingExample row, String value) {
        Configured configured = Configured.in(directory).variables(Map.of(row.variable(), value));
        return row.value().apply(configured.read().settings());
    }

    private Object fromFile(SettingExample row, String value) {
        return row.value().apply(inFile(row, value).read().settings());
    }

    private Configured inFile(SettingExample row, String value) {
        return Configured.in(directory).file("settings:\n  " + row.key() + ": \"" + value + "\"\n");
    }
}
