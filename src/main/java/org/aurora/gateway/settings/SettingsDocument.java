package org.aurora.gateway.settings;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.aurora.gateway.access.AccessRule;
import org.aurora.gateway.alias.Alias;

/**
 * All stored settings as one YAML document, in the words of the configuration file.
 *
 * @param aliases canonical JSON by name
 * @param rules canonical JSON by selector
 * @param prices canonical JSON by selector
 */
public record SettingsDocument(Map<String, String> aliases, Map<String, String> rules, Map<String, String> prices) {
    private static final String NAME = "body";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /**
     * Reads a document strictly: no tags, no anchors, no variables, no unknown keys.
     *
     * @param providers the names that a target may give as its provider
     * @param currency the one that prices have to be in
     * @throws ConfigurationException naming the line, the key and what is allowed
     */
    public static SettingsDocument read(String yaml, Set<String> providers, String currency) {
        YamlSection root = YamlParsing.parsePlain(NAME, yaml)
                .map(node -> new YamlValue(NAME, "", node, Placeholders.none()))
                .filter(value -> !value.isNothing())
                .map(YamlValue::section)
                .orElseThrow(() ->
                        new ConfigurationException(NAME + ": empty; to say that there is nothing, write aliases: {}"))
                .allowing("aliases", "model_overrides", "model_pricing");
        return new SettingsDocument(
                aliases(root, providers), rules(root), prices(root.section("model_pricing"), currency));
    }

    /** The aliases and rules that a part of another document supposes. */
    static SettingsDocument supposed(YamlSection part, Set<String> providers) {
        part.allowing("aliases", "model_overrides");
        return new SettingsDocument(aliases(part, providers), rules(part), Map.of());
    }

    private static Map<String, String> aliases(YamlSection root, Set<String> providers) {
        Map<String, String> aliases = new LinkedHashMap<>();
        for (Alias alias : AliasesSection.read(root.section("aliases"), providers)) {
            aliases.put(alias.name(), AliasDocument.write(alias));
        }
        return aliases;
    }

    private static Map<String, String> rules(YamlSection root) {
        Map<String, String> rules = new LinkedHashMap<>();
        for (AccessRule rule : RulesSection.read(root.section("model_overrides"))) {
            rules.put(rule.selector(), RuleDocument.write(rule));
        }
        return rules;
    }

    private static Map<String, String> prices(YamlSection section, String currency) {
        Map<String, String> prices = new LinkedHashMap<>();
        section.entries()
                .forEach((selector, value) -> prices.put(
                        selector,
                        PriceDocument.write(PriceDocument.read(selector, value.section(), currency), currency)));
        return prices;
    }

    /** The document; the same settings always give the same text. */
    public static String write(
            SortedMap<String, String> aliases, SortedMap<String, String> rules, SortedMap<String, String> prices) {
        ObjectNode root = JSON.createObjectNode();
        put(root.putObject("aliases"), aliases, ShortAlias::of);
        put(root.putObject("model_overrides"), rules, UnaryOperator.identity());
        put(root.putObject("model_pricing"), prices, UnaryOperator.identity());
        try {
            return YAML.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document of plain values could not be written", e);
        }
    }

    private static void put(ObjectNode section, SortedMap<String, String> settings, UnaryOperator<JsonNode> form) {
        settings.forEach((name, json) -> section.set(name, form.apply(tree(json))));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored setting is not JSON", e);
        }
    }
}
