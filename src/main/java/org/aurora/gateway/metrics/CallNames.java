package org.aurora.gateway.metrics;

import java.util.Optional;
import java.util.Set;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.usage.UsageEvent;

/**
 * Finds the labels of a call, of which there is never more than a certain number: a name that comes when all places are
 * taken becomes {@code (other)}. What a caller wrote and no provider or alias is called is no label at all.
 */
final class CallNames {
    /** For models and for aliases each. */
    static final int MOST_NAMES = 200;

    /** Of provider, model, alias and operation together. */
    static final int MOST_COMBINATIONS = 400;

    private static final int MOST_OPERATIONS = 32;

    private final Set<String> providers;
    private final BoundedNames<ProviderModel> models = new BoundedNames<>(MOST_NAMES);
    private final BoundedNames<String> aliases = new BoundedNames<>(MOST_NAMES);
    private final BoundedNames<String> operations = new BoundedNames<>(MOST_OPERATIONS);
    private final BoundedNames<CallLabels> combinations = new BoundedNames<>(MOST_COMBINATIONS);

    /**
     * @param providers the names of those that are configured
     */
    CallNames(Set<String> providers) {
        this.providers = Set.copyOf(providers);
    }

    CallLabels of(UsageEvent event) {
        Optional<ProviderModel> request = event.models().request();
        String called = event.models().aliasChain().stream().findFirst().orElse(CallLabels.NONE);
        CallLabels labels = new CallLabels(
                request.map(ProviderModel::provider).map(this::provider).orElse(CallLabels.NONE),
                request.map(ProviderModel::model).orElse(CallLabels.UNKNOWN),
                called,
                event.outcome().operation());
        labels = new CallLabels(
                labels.provider(),
                request.isEmpty() || models.admits(labels.providerModel()) ? labels.model() : CallLabels.OTHER,
                called.equals(CallLabels.NONE) || aliases.admits(labels.alias()) ? labels.alias() : CallLabels.OTHER,
                operations.admits(labels.operation()) ? labels.operation() : CallLabels.OTHER);
        return combinations.admits(labels) ? labels : labels.withoutNames();
    }

    private String provider(String name) {
        return providers.contains(name) ? name : CallLabels.OTHER;
    }
}
