package org.aurora.gateway.chat;

/** Tells, byte by byte, where lines and events of an SSE stream end: at LF, CR or CRLF, however it is cut. */
final class SseLines {
    private boolean lineIsEmpty = true;
    private boolean afterCarriageReturn;

    enum Step {
        /** A byte within a line. */
        TEXT,
        /** The end of a line that holds something. */
        LINE_END,
        /** The end of an empty line, and with it of an event. */
        EVENT_END,
        /** The LF of a CRLF, whose CR has already ended the line. */
        SECOND_HALF
    }

    Step step(byte next) {
        boolean secondHalf = afterCarriageReturn && next == '\n';
        afterCarriageReturn = next == '\r';
        if (secondHalf) {
            return Step.SECOND_HALF;
        }
        if (next != '\r' && next != '\n') {
            lineIsEmpty = false;
            return Step.TEXT;
        }
        Step ended = lineIsEmpty ? Step.EVENT_END : Step.LINE_END;
        lineIsEmpty = true;
        return ended;
    }
}
