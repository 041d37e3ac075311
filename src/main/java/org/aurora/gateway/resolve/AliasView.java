package org.aurora.gateway.resolve;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aurora.gateway.alias.Alias;
import org.aurora.gateway.alias.AliasName;
import org.aurora.gateway.alias.CompiledAlias;
import org.aurora.gateway.model.Layer;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.provider.Provider;

/**
 * What an operator is shown of an alias on one snapshot. A disabled one is described as if it were enabled.
 *
 * @param valid whether a model behind it is known and may be chosen; access is another matter
 * @param resolvedModel the first candidate that may be chosen; where there is none, the first that names a model; empty
 *     where none does
 * @param providerType the type of that model's provider
 * @param warnings sentences about what its writer may not have meant
 */
public record AliasView(
        Alias alias,
        Layer layer,
        boolean valid,
        Optional<ProviderModel> resolvedModel,
        Optional<String> providerType,
        List<String> warnings) {

    public AliasView {
        warnings = List.copyOf(warnings);
    }

    /** The alias of exactly that name, enabled or not. */
    public static Optional<AliasView> find(Snapshot snapshot, String name) {
        return snapshot.aliases().definitions().find(name).map(alias -> of(snapshot, alias));
    }

    /** All of them, disabled ones included, sorted by name (UTF-16 code units). */
    public static Stream<AliasView> all(Snapshot snapshot) {
        return snapshot.aliases()
                .definitions()
                .values()
                .sorted(Comparator.comparing(Alias::name))
                .map(alias -> of(snapshot, alias));
    }

    private static AliasView of(Snapshot snapshot, Alias alias) {
        CompiledAlias compiled = snapshot.aliases().preview(alias);
        Optional<ProviderModel> model = firstModel(compiled);
        return new AliasView(
                alias,
                snapshot.aliases().definitions().layerOf(alias.name()).orElseThrow(),
                compiled.usable() && AliasName.problem(alias.name()).isEmpty(),
                model,
                model.flatMap(its -> snapshot.provider(its.provider())).map(Provider::type),
                AliasWarnings.of(snapshot, compiled));
    }

    private static Optional<ProviderModel> firstModel(CompiledAlias compiled) {
        List<Candidate> candidates = Candidates.of(compiled);
        return Stream.concat(
                        candidates.stream().filter(candidate -> candidate.known() && !candidate.weightedOut()),
                        candidates.stream())
                .flatMap(candidate -> candidate.model().stream())
                .findFirst();
    }
}
