package org.aurora.gateway.chat;

/** Reads an answer while it passes, however it is cut, and never holds it up. For one thread at a time. */
public interface AnswerScan {
    /** Takes the next byte. */
    void push(byte next);

    /** Takes the next bytes. */
    default void push(byte[] bytes) {
        for (byte next : bytes) {
            push(next);
        }
    }

    /** No more will come. */
    void finish();
}
