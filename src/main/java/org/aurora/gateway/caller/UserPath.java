package org.aurora.gateway.caller;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.aurora.gateway.model.ModelText;

/**
 * A place in the tree of callers, such as {@code /team/alpha}; {@code /} is the whole tree. Names in it are compared
 * as they are written: nothing is folded, trimmed or decoded.
 *
 * @param text absolute, without empty segments and without a slash at the end
 */
public record UserPath(String text) {
    public static final int MAX_CHARACTERS = 1_024;
    public static final int MAX_SEGMENT_CHARACTERS = 128;

    private static final String ROOT = "/";

    /** Takes the plain form only; a text that somebody wrote is {@link #parse parsed}. */
    public UserPath {
        if (problem(text).isPresent() || !plain(text).equals(text)) {
            throw new IllegalArgumentException("not a plain user path");
        }
    }

    /**
     * Reads a path as people write it: a missing leading slash is added, empty segments are dropped.
     *
     * @param field the request's field or header that it stood in
     * @throws GatewayException {@link ErrorCode#INVALID_USER_PATH} about that field
     */
    public static UserPath parse(String field, String written) {
        Optional<String> problem = problem(written);
        if (problem.isPresent()) {
            throw new GatewayException(
                            ErrorCode.INVALID_USER_PATH,
                            "The user path in '" + field + "' " + problem.get()
                                    + "; write a path such as /team/alpha of at most " + MAX_CHARACTERS
                                    + " characters, or / for the whole tree.")
                    .about(field);
        }
        return new UserPath(plain(written));
    }

    /** What is wrong with a path, to be read after its subject ("is empty"); empty where it can be read. */
    public static Optional<String> problem(String written) {
        Optional<String> problem = ModelText.problem(written, MAX_CHARACTERS);
        if (problem.isPresent()) {
            return problem;
        }
        if (ModelText.problem(plain(written), MAX_CHARACTERS).isPresent()) {
            return Optional.of("has more than " + MAX_CHARACTERS + " characters with its leading slash");
        }
        return segments(written).stream()
                .flatMap(segment -> segmentProblem(segment).stream())
                .findFirst();
    }

    private static Optional<String> segmentProblem(String segment) {
        if (segment.equals(".") || segment.equals("..")) {
            return Optional.of("has a segment '" + segment + "'");
        }
        if (segment.indexOf(':') >= 0) {
            return Optional.of("has a segment with a colon");
        }
        return ModelText.problem(segment, MAX_SEGMENT_CHARACTERS).map(problem -> "has a segment that " + problem);
    }

    private static String plain(String written) {
        return ROOT + String.join("/", segments(written));
    }

    private static List<String> segments(String written) {
        List<String> segments = new ArrayList<>();
        for (String segment : written.split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return segments;
    }

    /** Whether it is the whole tree. */
    public boolean isRoot() {
        return text.equals(ROOT);
    }

    /** Whether the other is this place or one below it, by whole segments. */
    public boolean covers(UserPath other) {
        return text.equals(ROOT)
                || (other.text.startsWith(text)
                        && (other.text.length() == text.length() || other.text.charAt(text.length()) == '/'));
    }

    @Override
    public String toString() {
        return text;
    }
}
