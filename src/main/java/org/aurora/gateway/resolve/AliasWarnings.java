package org.aurora.gateway.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aurora.gateway.alias.Alias;
import org.aurora.gateway.alias.AliasAccess;
import org.aurora.gateway.alias.AliasName;
import org.aurora.gateway.alias.AliasProblem;
import org.aurora.gateway.alias.Branch;
import org.aurora.gateway.alias.CompiledAlias;
import org.aurora.gateway.alias.Destination;
import org.aurora.gateway.model.Layer;
import org.aurora.gateway.model.NameList;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.model.Selector;
import org.aurora.gateway.provider.Provider;

/** What the writer of an alias may not have meant, in sentences. */
final class AliasWarnings {
    private final Snapshot snapshot;
    private final CompiledAlias compiled;
    private final Alias alias;

    private AliasWarnings(Snapshot snapshot, CompiledAlias compiled) {
        this.snapshot = snapshot;
        this.compiled = compiled;
        this.alias = compiled.definition();
    }

    static List<String> of(Snapshot snapshot, CompiledAlias compiled) {
        return new AliasWarnings(snapshot, compiled).all();
    }

    private List<String> all() {
        List<String> warnings = new ArrayList<>();
        name().ifPresent(warnings::add);
        compiled.branches().stream()
                .flatMap(branch -> target(branch).stream())
                .distinct()
                .forEach(warnings::add);
        if (warnings.isEmpty()) {
            compiled.problem().map(AliasProblem::sentence).ifPresent(warnings::add);
        }
        Stream.of(shadow(), hidden(), access(), overridden())
                .flatMap(Optional::stream)
                .forEach(warnings::add);
        return warnings;
    }

    private Optional<String> name() {
        return AliasName.problem(alias.name())
                .map(problem -> "Its name " + problem + ", so that nobody can call it; give it another name.");
    }

    private Optional<String> target(Branch branch) {
        Destination destination = branch.destination();
        String text = destination.selector();
        if (destination instanceof Destination.Chained chained) {
            return chained(chained.alias());
        }
        boolean disabled = !text.equals(alias.name()) && isDisabledAlias(text);
        if (destination instanceof Destination.Model model) {
            return model.known()
                    ? Optional.of("The target '" + text + "' is a disabled alias, so that it means the model '"
                                    + model.model().selector() + "'.")
                            .filter(sentence -> disabled)
                    : Optional.of(unknown(text, model.model()));
        }
        return Optional.of("The target '" + text + "' " + (disabled ? "is a disabled alias." : nothing(text)));
    }

    private static Optional<String> chained(CompiledAlias target) {
        return target.problem()
                .map(problem -> target.broken()
                        ? "The target '" + target.name() + "' is an alias that cannot be called: " + problem.sentence()
                        : "The target '" + target.name() + "' is an alias that leads to no known model today.");
    }

    private boolean isDisabledAlias(String text) {
        return snapshot.aliases()
                .definitions()
                .find(text)
                .filter(other -> !other.enabled())
                .isPresent();
    }

    private String unknown(String text, ProviderModel model) {
        boolean off = snapshot.provider(model.provider()).filter(Provider::on).isEmpty();
        return off
                ? "The target '" + text + "' is at the provider '" + model.provider() + "', which is off."
                : "The provider '" + model.provider() + "' has no model '" + model.model() + "' today.";
    }

    private String nothing(String text) {
        return snapshot.inventory().read(text) instanceof Selector.BareName
                ? "names no model or alias that is known today."
                : "names no model; write one after the provider's name and a slash.";
    }

    private Optional<String> shadow() {
        return Optional.of(alias)
                .filter(Alias::enabled)
                .flatMap(its -> snapshot.inventory().named(its.name()))
                .filter(snapshot.inventory()::has)
                .map(model -> "It hides the model '" + model.selector() + "' from calls of '" + alias.name() + "'"
                        + andFromUsers() + ".");
    }

    private String andFromUsers() {
        List<String> users = snapshot.aliases().usersOf(alias.name());
        return users.isEmpty() ? "" : " and from the aliases with that target (" + NameList.of(users) + ")";
    }

    private Optional<String> hidden() {
        return Optional.of("It is hidden: it can be called, but is neither listed nor looked up.")
                .filter(sentence -> alias.hidden());
    }

    private Optional<String> access() {
        boolean unruled = alias.access() == AliasAccess.ALIAS
                && snapshot.rules().find(alias.name()).isEmpty();
        return Optional.of(
                        "Its access is 'alias', but no rule names it: whoever the rule '/' admits, or without one the"
                                + " default, may use all that stands behind it.")
                .filter(sentence -> unruled);
    }

    private Optional<String> overridden() {
        boolean both = snapshot.aliases().definitions().layerOf(alias.name()).equals(Optional.of(Layer.DECLARED))
                && snapshot.aliases().definitions().findStored(alias.name()).isPresent();
        return Optional.of("A stored alias of this name is not in force, because the configuration file declares one.")
                .filter(sentence -> both);
    }
}
