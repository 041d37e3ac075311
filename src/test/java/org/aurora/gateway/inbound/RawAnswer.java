package org.aurora.gateway.inbound;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One answer as it came over the wire.
 *
 * @param headerLines as received, in order
 * @param body with its framing taken off
 */
record RawAnswer(String statusLine, List<String> headerLines, String body) {
    int status() {
        return Integer.parseInt(statusLine.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }

    Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    List<String> headers(String name) {
        return headerLines.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }

    List<String> headerNames() {
        return headerLines.stream()
                .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Everything that reached the caller, for asking whether something is in it at all. */
    String everything() {
        return statusLine + "\n" + String.join("\n", headerLines) + "\n\n" + body;
    }
}
