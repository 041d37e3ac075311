package org.aurora.gateway.resolve;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aurora.gateway.access.AccessDecision;
import org.aurora.gateway.access.AccessRule;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.inventory.InventoryEntry;
import org.aurora.gateway.inventory.ModelCategory;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.provider.Provider;

/**
 * What an operator is shown of a name that can be called, whoever may call it: a concrete model, though an alias hide it,
 * or an enabled alias.
 *
 * @param name {@code provider/model}, or the alias's name
 * @param alias the alias, where it is one
 * @param model the model itself, or the first that the alias leads to; empty where that is to none
 * @param entry what is known about that model
 * @param providerType the type of that model's provider
 * @param rule the rule that decides about the name; empty where the default does
 */
public record ModelView(
        String name,
        Optional<AliasView> alias,
        Optional<ProviderModel> model,
        Optional<InventoryEntry> entry,
        Optional<String> providerType,
        Optional<AccessRule> rule) {

    private static final Caller EVERYONE = new Caller.Master("everyone");

    /** All of them, sorted by name (UTF-16 code units), a model before the alias that hides it. */
    public static Stream<ModelView> all(Snapshot snapshot) {
        Stream<ModelView> models = snapshot.inventory().entries().stream().map(entry -> of(snapshot, entry));
        Stream<ModelView> aliases = AliasView.all(snapshot)
                .filter(view -> snapshot.aliases().contains(view.alias().name()))
                .map(view -> of(snapshot, view));
        return Stream.concat(models, aliases)
                .sorted(Comparator.comparing(ModelView::name)
                        .thenComparing(view -> view.alias().isPresent()));
    }

    private static ModelView of(Snapshot snapshot, InventoryEntry entry) {
        ProviderModel model = entry.model();
        return new ModelView(
                model.selector(),
                Optional.empty(),
                Optional.of(model),
                Optional.of(entry),
                snapshot.provider(model.provider()).map(Provider::type),
                snapshot.access().ruleOf(model));
    }

    private static ModelView of(Snapshot snapshot, AliasView alias) {
        String name = alias.alias().name();
        return new ModelView(
                name,
                Optional.of(alias),
                alias.resolvedModel(),
                alias.resolvedModel().flatMap(snapshot.inventory()::find),
                alias.providerType(),
                shutBy(snapshot, name).or(() -> snapshot.access().ruleOf(name)));
    }

    /** The rule that lets nobody through, on the alias, further down or on the model: it keeps even the master out. */
    private static Optional<AccessRule> shutBy(Snapshot snapshot, String alias) {
        return Resolver.authorize(snapshot, Resolver.resolve(snapshot, RequestedModel.of(alias)), EVERYONE)
                .denied()
                .map(JudgedCandidate::access)
                .flatMap(denial ->
                        denial instanceof AccessDecision.ByRule byRule ? Optional.of(byRule.rule()) : Optional.empty());
    }

    /** What it is for; none where that is not known. */
    public Set<ModelCategory> categories() {
        return entry.map(InventoryEntry::metadata).map(ModelCategory::of).orElse(Set.of());
    }
}
