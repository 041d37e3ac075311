package org.aurora.gateway.metrics;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aurora.gateway.error.ErrorCode;

/** A status as the value of a label: one of few, since providers and integrators may answer with any. */
final class StatusText {
    private static final Set<Integer> SHOWN = Stream.concat(
                    Stream.of(200, 201, 204, 304, 402, 422, 424, 429, 499, 529),
                    Arrays.stream(ErrorCode.values()).map(ErrorCode::status))
            .collect(Collectors.toUnmodifiableSet());
    private static final String NONE = "(none)";

    private StatusText() {}

    /** The status itself where it is a usual one, and its class elsewhere, such as {@code 4xx}. */
    static String of(int status) {
        if (status < 100 || status > 599) {
            return NONE;
        }
        return SHOWN.contains(status) ? Integer.toString(status) : status / 100 + "xx";
    }
}
