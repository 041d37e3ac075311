package org.aurora.gateway.chat;

/** Text that RFC 8259 does not allow, or that is nested too deep: why, and where. Never quotes the text. */
final class MalformedJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final int offset;

    MalformedJson(String reason, int offset) {
        super(reason, null, false, false);
        this.reason = reason;
        this.offset = offset;
    }

    String reason() {
        return reason;
    }

    int offset() {
        return offset;
    }

    /** Where it went wrong, as an editor counts: lines and characters from 1. */
    String place(byte[] text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < offset; i++) {
            if (text[i] == '\n') {
                line++;
                column = 1;
            } else if ((text[i] & 0xC0) != 0x80) {
                column++;
            }
        }
        return "line " + line + ", column " + column;
    }
}
