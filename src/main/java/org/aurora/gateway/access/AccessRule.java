package org.aurora.gateway.access;

import java.util.List;
import java.util.Optional;
import org.aurora.gateway.caller.UserPath;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.aurora.gateway.model.ModelText;
import org.aurora.gateway.model.PathSegment;

/**
 * Who may use what a text names. The text is kept as written; what it means is read anew whenever that may have
 * changed.
 *
 * @param selector {@code /}, {@code provider/}, {@code provider/model}, a model id or an alias; 1 to 512 characters
 * @param enabled false denies everyone, whatever the paths
 * @param userPaths admits callers at or below one of these, in the order written, none twice; everyone where left out
 */
public record AccessRule(String selector, boolean enabled, Optional<List<UserPath>> userPaths) {
    public static final int MAX_SELECTOR_CHARACTERS = 512;
    public static final int MAX_USER_PATHS = 1_000;

    public AccessRule {
        userPaths = userPaths.map(List::copyOf);
        if (userPaths.filter(List::isEmpty).isPresent()) {
            throw new IllegalArgumentException("a rule whose list of user paths is empty");
        }
    }

    /**
     * Reads a rule as somebody wrote it.
     *
     * @throws GatewayException {@link ErrorCode#INVALID_REQUEST} about {@code selector}, or {@link
     *     ErrorCode#INVALID_USER_PATH} about {@code user_paths}
     */
    public static AccessRule of(String selector, boolean enabled, Optional<List<String>> userPaths) {
        Optional<String> problem = selectorProblem(selector);
        if (problem.isPresent()) {
            throw new GatewayException(
                            ErrorCode.INVALID_REQUEST,
                            "The rule's selector " + problem.get() + "; write /, provider/, provider/model, a model id"
                                    + " or an alias, of at most " + MAX_SELECTOR_CHARACTERS
                                    + " characters without control characters.")
                    .about("selector");
        }
        return new AccessRule(selector, enabled, userPaths.map(AccessRule::paths));
    }

    /** What is wrong with a rule's text, to be read after its subject ("is empty"); empty where nothing is. */
    public static Optional<String> selectorProblem(String selector) {
        return ModelText.problem(selector, MAX_SELECTOR_CHARACTERS).or(() -> PathSegment.problem(selector));
    }

    /** Whether a caller at that place, or at none, is let in. */
    public boolean admits(Optional<UserPath> place) {
        if (!enabled || userPaths.isEmpty()) {
            return enabled;
        }
        for (UserPath path : userPaths.get()) {
            if (path.isRoot() || (place.isPresent() && path.covers(place.get()))) {
                return true;
            }
        }
        return false;
    }

    private static List<UserPath> paths(List<String> written) {
        if (written.isEmpty()) {
            throw refused("The list 'user_paths' is empty; leave it out to admit everyone, or write \"enabled\": false"
                    + " to admit no one.");
        }
        if (written.size() > MAX_USER_PATHS) {
            throw refused("The list 'user_paths' has " + written.size() + " entries; at most " + MAX_USER_PATHS
                    + " are allowed.");
        }
        return written.stream()
                .map(path -> UserPath.parse("user_paths", path))
                .distinct()
                .toList();
    }

    private static GatewayException refused(String message) {
        return new GatewayException(ErrorCode.INVALID_USER_PATH, message).about("user_paths");
    }
}
