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
                    call.finalStatus(),
                    TimeUnit.NANOSECONDS.toMillis(call.elapsedNanos()),
                    call.bytesReceived(),
                    call.bytesSent(),
                    call.wasCutShort() ? CUT_SHORT : "");
        }
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : LogText.escaped(text);
    }
}
