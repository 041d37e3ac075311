package org.aurora.gateway.inbound;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line a request, when its last byte has left or its caller has: id, names, status, time, bytes, and whether
 * the provider broke off. Never a body, a header's value or a key.
 */
final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger("aurora.access");
    /** What nginx made customary for a caller that left before the answer was complete. */
    private static final int CALLER_LEFT = 499;

    private static final String CUT_SHORT = " cut short by the provider";

    void write(Call call) {
        if (LOG.isInfoEnabled()) {
            LOG.info(
                    "{} {} {} {} -> {} {} {} ms in {} out {}{}",
                    call.id(),
                    LogText.escaped(call.method()),
                    LogText.escaped(call.path()),
                    orDash(call.originalModel()),
                    orDash(call.sentTo()),
                    status(call),
                    TimeUnit.NANOSECONDS.toMillis(call.elapsedNanos()),
                    call.bytesReceived(),
                    call.bytesSent(),
                    call.wasCutShort() ? CUT_SHORT : "");
        }
    }

    /** An answer that ends with the connection, because the provider broke off, was not left by its caller. */
    static int status(Call call) {
        return call.abandoned() && !call.wasCutShort() ? CALLER_LEFT : call.status();
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : LogText.escaped(text);
    }
}
