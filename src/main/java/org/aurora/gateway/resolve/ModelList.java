package org.aurora.gateway.resolve;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aurora.gateway.alias.CompiledAlias;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.error.GatewayException;
import org.aurora.gateway.inventory.InventoryEntry;
import org.aurora.gateway.model.ModelText;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.model.Selector;

/**
 * The names that a caller is shown. A name is listed where a call of exactly that name would be sent, which the
 * {@link Resolver} decides here as it does there. Names that are hidden by their alias, and concrete models where only
 * aliases are kept, stay callable but are neither listed nor looked up.
 */
public final class ModelList {
    private ModelList() {}

    /**
     * All names that the caller can call, sorted by id (UTF-16 code units): {@code provider/model} for models, the name
     * for aliases. Bare ids are not listed. Costs time in proportion to all that is configured.
     */
    public static List<ModelEntry> listed(Snapshot snapshot, Caller caller) {
        return Stream.concat(aliasNames(snapshot), modelNames(snapshot))
                .map(name -> Resolver.resolve(snapshot, RequestedModel.of(name)))
                .map(resolution -> Resolver.authorize(snapshot, resolution, caller))
                .filter(authorization -> refusal(snapshot, authorization).isEmpty())
                .map(authorization -> entry(snapshot, authorization))
                .sorted(Comparator.comparing(ModelEntry::id))
                .toList();
    }

    /**
     * The entry of one name, bare ids included.
     *
     * @throws GatewayException for a hidden name, as for an unknown one; otherwise whatever a call of it gets
     */
    public static ModelEntry lookUp(Snapshot snapshot, Caller caller, String id) {
        Resolution resolution = Resolver.resolve(snapshot, RequestedModel.of(id));
        Authorization authorization = Resolver.authorize(snapshot, resolution, caller);
        Optional<Refused> refused = refusal(snapshot, authorization);
        if (refused.isPresent()) {
            throw refused.get().toException();
        }
        return entry(snapshot, authorization);
    }

    /** What the list depends on: for equal keys, of one process, it is the same. */
    public static ModelListKey key(Snapshot snapshot, Caller caller) {
        return new ModelListKey(snapshot.generation(), snapshot.access().standing(caller));
    }

    /** Whether {@link #listed} has an entry of exactly that id. */
    static boolean lists(Snapshot snapshot, Caller caller, String id) {
        boolean bare = !snapshot.aliases().contains(id) && snapshot.inventory().read(id) instanceof Selector.BareName;
        return !bare
                && ModelText.problem(id).isEmpty()
                && refusal(
                                snapshot,
                                Resolver.authorize(snapshot, Resolver.resolve(snapshot, RequestedModel.of(id)), caller))
                        .isEmpty();
    }

    private static Stream<String> aliasNames(Snapshot snapshot) {
        return snapshot.aliases().all().map(CompiledAlias::name);
    }

    /** A name too long for a request is not callable as such, however the model may be reached otherwise. */
    private static Stream<String> modelNames(Snapshot snapshot) {
        return snapshot.inventory().entries().stream()
                .map(InventoryEntry::model)
                .map(ProviderModel::selector)
                .filter(name -> !snapshot.aliases().contains(name))
                .filter(name -> ModelText.problem(name).isEmpty());
    }

    private static Optional<Refused> refusal(Snapshot snapshot, Authorization authorization) {
        Resolution resolution = authorization.resolution();
        return hidden(snapshot, resolution)
                ? Optional.of(Refusals.unknown(snapshot, resolution.originalModel()))
                : Resolver.refusal(snapshot, authorization);
    }

    private static boolean hidden(Snapshot snapshot, Resolution resolution) {
        return resolution
                .calledAlias()
                .map(alias -> alias.definition().hidden())
                .orElse(snapshot.settings().keepOnlyAliases());
    }

    private static ModelEntry entry(Snapshot snapshot, Authorization authorization) {
        Resolution resolution = authorization.resolution();
        String owner = resolution.calledAlias().isPresent()
                ? ModelEntry.ALIAS_OWNER
                : resolution.candidates().get(0).model().orElseThrow().provider();
        return new ModelEntry(resolution.originalModel(), owner, metadata(snapshot, authorization));
    }

    /** What is known of a model may tell which one it is, and a name may be granted without that. */
    private static Map<String, Object> metadata(Snapshot snapshot, Authorization authorization) {
        return authorization.candidates().stream()
                .filter(JudgedCandidate::open)
                .flatMap(judged -> judged.candidate().model().stream())
                .findFirst()
                .filter(model -> Resolver.maySee(snapshot, authorization.caller(), model))
                .flatMap(snapshot.inventory()::find)
                .map(InventoryEntry::metadata)
                .orElse(Map.of());
    }
}
