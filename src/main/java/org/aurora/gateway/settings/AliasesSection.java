package org.aurora.gateway.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aurora.gateway.alias.Alias;
import org.aurora.gateway.alias.AliasAccess;
import org.aurora.gateway.alias.AliasTarget;
import org.aurora.gateway.alias.ResponseModel;
import org.aurora.gateway.alias.Strategy;
import org.aurora.gateway.model.PathSegment;

/** Reads the aliases of the configuration file. */
final class AliasesSection {
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_DESCRIPTION = 2_000;

    private AliasesSection() {}

    /** The aliases as written; {@code providers} are the names of all providers, those of the environment included. */
    static List<Alias> read(YamlSection aliases, Set<String> providers) {
        AliasTargets targets = new AliasTargets(providers);
        List<Alias> read = new ArrayList<>();
        aliases.entries().forEach((name, value) -> {
            requireName(name, value.place());
            read.add(value.isScalar() ? shorthand(name, value) : alias(name, value.section(), targets));
        });
        return read;
    }

    private static Alias shorthand(String name, YamlValue target) {
        List<AliasTarget> targets = List.of(AliasTargets.selector(target));
        return new Alias(name, targets, Strategy.WEIGHTED, Optional.empty(), true, false, Optional.empty());
    }

    static Alias alias(String name, YamlSection body, AliasTargets targets) {
        body.allowing(
                "target",
                "targets",
                "target_model",
                "target_provider",
                "strategy",
                "description",
                "enabled",
                "hidden",
                "access",
                "response_model");
        return new Alias(
                name,
                targets.read(body),
                body.find("strategy")
                        .map(YamlValue::text)
                        .map(written -> written.oneOf(Strategy.class))
                        .orElse(Strategy.WEIGHTED),
                body.text("description").map(AliasesSection::description),
                body.flag("enabled", true),
                body.flag("hidden", false),
                body.find("access")
                        .map(YamlValue::text)
                        .map(written -> written.oneOf(AliasAccess.class))
                        .orElse(AliasAccess.BOTH),
                body.find("response_model").map(YamlValue::text).map(written -> written.oneOf(ResponseModel.class)));
    }

    private static String description(WrittenValue written) {
        if (written.text().length() > LONGEST_DESCRIPTION) {
            throw written.place().refuse("is longer than " + LONGEST_DESCRIPTION + " characters");
        }
        return written.text();
    }

    private static void requireName(String name, Place place) {
        if (name.isEmpty()
                || ModelIds.isTooLong(name, LONGEST_NAME)
                || ModelIds.hasControlCharacter(name)
                || isEdge(name.charAt(0))
                || isEdge(name.charAt(name.length() - 1))) {
            throw place.refuse("the alias name " + Place.quote(name) + " must have 1 to " + LONGEST_NAME
                    + " characters, no control character, and no slash or blank at either end");
        }
        PathSegment.problem(name).ifPresent(problem -> {
            throw place.refuse("the alias name " + Place.quote(name) + " " + problem);
        });
    }

    private static boolean isEdge(char character) {
        return character == '/' || Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
