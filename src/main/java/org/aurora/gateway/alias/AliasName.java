package org.aurora.gateway.alias;

import java.util.Optional;
import org.aurora.gateway.model.ModelText;
import org.aurora.gateway.model.PathSegment;

/**
 * The rule for an alias's name: any model name ({@link ModelText}) without a slash or a blank at either end that can be
 * a segment of a path ({@link PathSegment}).
 */
public final class AliasName {
    private AliasName() {}

    /** What is wrong with the name, to be read after its subject ("is empty"); empty where it may be used. */
    public static Optional<String> problem(String name) {
        Optional<String> problem = ModelText.problem(name);
        if (problem.isPresent()) {
            return problem;
        }
        boolean edged = slashOrBlank(name.codePointAt(0)) || slashOrBlank(name.codePointBefore(name.length()));
        return edged ? Optional.of("has a slash or a blank at an end") : PathSegment.problem(name);
    }

    private static boolean slashOrBlank(int character) {
        return character == '/' || Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
