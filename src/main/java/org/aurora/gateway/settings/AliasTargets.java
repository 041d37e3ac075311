package org.aurora.gateway.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aurora.gateway.alias.AliasTarget;

/**
 * Reads what an alias stands for, in each of the three spellings.
 *
 * @param providers the names of all providers; a target that names its provider apart from its model must name one of
 *     them, since otherwise the two together could be read as another provider's model id
 */
record AliasTargets(Set<String> providers) {
    private static final List<String> SPELLINGS = List.of("target", "targets", "target_model");
    private static final int LONGEST_SELECTOR = 321;
    private static final int MOST_TARGETS = 64;
    private static final int HEAVIEST = 1_000_000;

    List<AliasTarget> read(YamlSection body) {
        List<YamlValue> written =
                SPELLINGS.stream().map(body::find).flatMap(Optional::stream).toList();
        Optional<YamlValue> provider = body.find("target_provider");
        if (written.size() != 1
                || (provider.isPresent() && body.find("target_model").isEmpty())) {
            throw body.place()
                    .refuse("an alias has exactly one of target, targets, or target_model with or without"
                            + " target_provider");
        }
        YamlValue value = written.get(0);
        if (body.find("targets").isPresent()) {
            return several(value);
        }
        return List.of(provider.isPresent() ? qualified(provider.get(), value, 1) : selector(value));
    }

    /** One target written as text. */
    static AliasTarget selector(YamlValue value) {
        return new AliasTarget(selectorText(value.text()), 1);
    }

    private List<AliasTarget> several(YamlValue value) {
        List<AliasTarget> targets = new ArrayList<>();
        for (YamlValue item : value.list()) {
            targets.add(item.isScalar() ? selector(item) : entry(item));
        }
        if (targets.size() > MOST_TARGETS) {
            throw value.place()
                    .refuse("an alias has at most " + MOST_TARGETS + " targets, but here are " + targets.size());
        }
        if (targets.stream().allMatch(target -> target.weight() == 0)) {
            throw value.place().refuse("every weight is 0, so that no target could be chosen; give one at least 1");
        }
        return targets;
    }

    private AliasTarget entry(YamlValue item) {
        YamlSection body = item.section().allowing("provider", "model", "weight");
        YamlValue model = body.find("model").orElseThrow(() -> item.place().refuse("model is missing"));
        int weight = body.find("weight")
                .map(value -> (int) value.wholeNumber(0, HEAVIEST))
                .orElse(1);
        return body.find("provider")
                .map(provider -> qualified(provider, model, weight))
                .orElseGet(() -> new AliasTarget(selectorText(model.text()), weight));
    }

    private AliasTarget qualified(YamlValue provider, YamlValue model, int weight) {
        WrittenValue name = provider.text();
        if (!providers.contains(name.text())) {
            throw name.wrong("a configured provider; "
                    + (providers.isEmpty() ? "there are none" : "there are " + String.join(", ", providers)));
        }
        String id = model.text().text();
        Optional<String> problem = ModelIds.problem(id);
        if (problem.isPresent()) {
            throw model.text().wrong("a model id: it " + problem.get());
        }
        return new AliasTarget(name.text() + "/" + id, weight);
    }

    private static String selectorText(WrittenValue written) {
        String text = written.text();
        if (text.isBlank()
                || text.endsWith("/")
                || ModelIds.hasControlCharacter(text)
                || ModelIds.isTooLong(text, LONGEST_SELECTOR)) {
            throw written.wrong(
                    "a selector, which is provider/model, a model id or an alias, without control characters");
        }
        return text;
    }
}
