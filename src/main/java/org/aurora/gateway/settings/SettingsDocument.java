package org.aurora.gateway.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.aurora.gateway.access.AccessRule;
import org.aurora.gateway.alias.Alias;

/**
 * All stored settings as one YAML document, in the words of the configuration file.
 *
 * @param aliases canonical JSON by name
 * @param rules canonical JSON by selector
 */
public record SettingsDocument(Map<String, String> aliases, Map<String, String> rules) {
    private static final String NAME = "body";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();

    /**
     * Reads a document strictly: no tags, no anchors, no variables, no unknown keys.
     *
     * @param providers the names that a target may give as its provider
     * @throws ConfigurationException naming the line, the key and what is allowed
     */
    public static SettingsDocument read(String yaml, Set<String> providers) {
        YamlSection root = YamlParsing.parsePlain(NAME, yaml)
                .map(node -> new YamlValue(NAME, "", node, Placeholders.none()))
                .filter(value -> !value.isNothing())
                .map(YamlValue::section)
                .orElseThrow(() ->
                        new ConfigurationException(NAME + ": empty; to say that there is nothing, write aliases: {}"))
                .allowing("aliases", "model_overrides");
        Map<String, String> aliases = new LinkedHashMap<>();
        for (Alias alias : AliasesSection.read(root.section("aliases"), providers)) {
            aliases.put(alias.name(), AliasDocument.write(alias));
        }
        Map<String, String> rules = new LinkedHashMap<>();
        for (AccessRule rule : RulesSection.read(root.section("model_overrides"))) {
            rules.put(rule.selector(), RuleDocument.write(rule));
        }
        return new SettingsDocument(aliases, rules);
    }

    /** The document; the same settings always give the same text. */
    public static String write(SortedMap<String, String> aliases, SortedMap<String, String> rules) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode aliasNode = root.putObject("aliases");
        aliases.forEach((name, json) -> aliasNode.set(name, ShortAlias.of(tree(json))));
        ObjectNode ruleNode = root.putObject("model_overrides");
        rules.forEach((selector, json) -> ruleNode.set(selector, tree(json)));
        try {
            return YAML.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document of plain values could not be written", e);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored setting is not JSON", e);
        }
    }
}
