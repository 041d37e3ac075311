package org.aurora.gateway.inbound;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The path of a consumer, as Camel users write it: literal, with {@code {placeholders}} for single segments, or
 * serving everything below itself ({@code /*} at its end, or {@code matchOnUriPrefix=true}).
 *
 * @param text as configured
 * @param literal whether only this very path matches
 * @param literalLength how many characters come before the first variable part: the longer, the more specific
 */
record PathPattern(String text, boolean literal, int literalLength, Pattern matcher) {
    static PathPattern of(String configured, boolean matchOnUriPrefix) {
        boolean below = configured.endsWith("/*");
        String fixed = below ? configured.substring(0, configured.length() - 1) : configured;
        int brace = fixed.indexOf('{');
        boolean literal = !below && !matchOnUriPrefix && brace < 0;
        String expression = Stream.of(fixed.split("/", -1))
                .map(PathPattern::segmentExpression)
                .collect(Collectors.joining("/"));
        String end = matchOnUriPrefix ? "(?:/.*)?" : below ? ".+" : "";
        int literalLength = brace < 0 ? fixed.length() : brace;
        return new PathPattern(configured, literal, literalLength, Pattern.compile(expression + end));
    }

    private static String segmentExpression(String segment) {
        boolean placeholder = segment.startsWith("{") && segment.endsWith("}");
        return placeholder ? "[^/]+" : Pattern.quote(segment);
    }

    boolean matches(String path) {
        return literal ? text.equals(path) : matcher.matcher(path).matches();
    }
}
