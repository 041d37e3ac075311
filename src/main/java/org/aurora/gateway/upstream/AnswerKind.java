package org.aurora.gateway.upstream;

import java.util.Set;

/** How an answer is passed on. */
enum AnswerKind {
    /** Held until complete, so that a cut or garbled one becomes an error and not half a document. */
    DOCUMENT,
    /** Server-sent events: passed on as they come. */
    EVENTS,
    /** Anything else, such as audio: passed on as it comes. */
    BYTES,
    /** The gateway's own key is refused, which is no business of the caller's. */
    REFUSED_KEY,
    /** A page for people, a redirect: somebody else answered in the provider's place. */
    FOREIGN;

    private static final Set<String> OPERATIONS_THAT_ANSWER_BYTES = Set.of("audio/speech");

    static AnswerKind of(UpstreamHead head, String operation) {
        if (head.status() == 401 || head.status() == 403) {
            return REFUSED_KEY;
        }
        if (head.status() < 200 || (head.status() >= 300 && head.status() < 400)) {
            return FOREIGN;
        }
        String mediaType = head.mediaType();
        if (!head.success() || mediaType.endsWith("json")) {
            return DOCUMENT;
        }
        if (mediaType.equals("text/event-stream")) {
            return EVENTS;
        }
        if (mediaType.equals("text/html")) {
            return FOREIGN;
        }
        return OPERATIONS_THAT_ANSWER_BYTES.contains(operation) || encodedOrTyped(head) ? BYTES : DOCUMENT;
    }

    private static boolean encodedOrTyped(UpstreamHead head) {
        String mediaType = head.mediaType();
        return head.headers().contains("content-encoding") || (!mediaType.isEmpty() && !mediaType.startsWith("text/"));
    }
}
