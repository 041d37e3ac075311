package org.aurora.gateway.resolve;

import java.util.Optional;
import java.util.stream.Collectors;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.model.Selector;

/**
 * The refusals of a name and their words. What is said about an unknown name follows from its text and the providers'
 * names alone, so that a hidden or a denied name can be answered in exactly the same words.
 */
final class Refusals {
    private static final String ADVICE = " GET /v1/models lists the names you can use.";

    private Refusals() {}

    /** Why there is nothing to send to; empty where there is. */
    static Optional<Refused> of(Snapshot snapshot, Authorization authorization) {
        if (authorization.open()) {
            return Optional.empty();
        }
        Resolution resolution = authorization.resolution();
        if (resolution.candidates().isEmpty()) {
            return Optional.of(unknown(snapshot, resolution.originalModel()));
        }
        return Optional.of(
                authorization.denied().isPresent()
                        ? denied(snapshot, resolution)
                        : unavailable(snapshot, authorization));
    }

    static Refused unknown(Snapshot snapshot, String text) {
        return new Refused(
                ErrorCode.MODEL_NOT_FOUND, unknownSentence(snapshot.inventory().read(text), text) + ADVICE);
    }

    private static String unknownSentence(Selector selector, String text) {
        if (selector instanceof Selector.OneModel one) {
            return "The provider '" + one.model().provider() + "' has no model '"
                    + one.model().model() + "'.";
        }
        if (selector instanceof Selector.WholeProvider whole) {
            return "'" + text + "' names no model; write one after the slash, as in '" + whole.provider() + "/model'.";
        }
        int slash = text.indexOf('/');
        if (slash > 0) {
            return "There is no provider '" + text.substring(0, slash) + "', and no model or alias '" + text + "'.";
        }
        return "There is no model or alias '" + text + "'.";
    }

    private static Refused denied(Snapshot snapshot, Resolution resolution) {
        return switch (snapshot.settings().deniedResponse()) {
            case FORBIDDEN ->
                new Refused(
                        ErrorCode.MODEL_ACCESS_DENIED,
                        "You may not use '" + resolution.originalModel()
                                + "'. Ask the operator for access, or choose another model." + ADVICE);
            case NOT_FOUND -> unknown(snapshot, resolution.unknownAs());
        };
    }

    private static Refused unavailable(Snapshot snapshot, Authorization authorization) {
        String gone = authorization.candidates().stream()
                .map(JudgedCandidate::candidate)
                .filter(candidate -> !candidate.known())
                .flatMap(candidate -> candidate.model().stream())
                .filter(model -> Resolver.maySee(snapshot, authorization.caller(), model))
                .map(ProviderModel::selector)
                .distinct()
                .collect(Collectors.joining(", "));
        return new Refused(
                ErrorCode.ALIAS_TARGET_UNAVAILABLE,
                "The alias '" + authorization.resolution().originalModel() + "' leads to no model that is available now"
                        + (gone.isEmpty() ? "" : " (missing: " + gone + ")")
                        + ". Use another model, or ask the operator to correct the alias.");
    }
}
