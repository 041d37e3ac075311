package org.aurora.gateway.alias;

import java.util.Optional;
import org.aurora.gateway.model.ModelText;

/** What makes an alias well formed by itself, whatever else is configured. */
final class AliasForm {
    /** A provider's name, a slash and a model id, each as long as it may be. */
    public static final int MAX_SELECTOR_CHARACTERS = 64 + 1 + ModelText.MAX_CHARACTERS;

    public static final int MAX_WEIGHT = 1_000_000;

    private AliasForm() {}

    /** What is wrong with it, as a sentence to whoever wrote it; empty where nothing is. */
    public static Optional<String> problem(Alias alias) {
        Optional<String> ofName = AliasName.problem(alias.name());
        if (ofName.isPresent()) {
            return Optional.of("The alias's name " + ofName.get() + "; give it 1 to " + ModelText.MAX_CHARACTERS
                    + " characters without control characters, and no slash or blank at either end.");
        }
        if (alias.targets().size() > AliasBook.MAX_CANDIDATES) {
            return Optional.of("The alias has " + alias.targets().size() + " targets; at most "
                    + AliasBook.MAX_CANDIDATES + " are allowed.");
        }
        if (alias.targets().stream().allMatch(target -> target.weight() == 0)) {
            return Optional.of("Every weight is 0, so that no target could be chosen; give one at least 1.");
        }
        return alias.targets().stream()
                .flatMap(target -> problem(target).stream())
                .findFirst();
    }

    private static Optional<String> problem(AliasTarget target) {
        if (target.weight() < 0 || target.weight() > MAX_WEIGHT) {
            return Optional.of(
                    "The weight " + target.weight() + " is not a whole number from 0 to " + MAX_WEIGHT + ".");
        }
        return selectorProblem(target.selector())
                .map(problem -> "A target " + problem + "; write provider/model, a model id or an alias.");
    }

    private static Optional<String> selectorProblem(String selector) {
        Optional<String> problem = ModelText.problem(selector, MAX_SELECTOR_CHARACTERS);
        if (problem.isPresent()) {
            return problem;
        }
        if (selector.isBlank()) {
            return Optional.of("is blank");
        }
        return selector.endsWith("/") ? Optional.of("ends with a slash, so that it names no model") : Optional.empty();
    }
}
