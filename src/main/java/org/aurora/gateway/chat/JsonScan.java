package org.aurora.gateway.chat;

import java.util.function.Consumer;

/** Reads an answer that is one JSON object. */
public final class JsonScan implements AnswerScan {
    private final AnswerMembers members = new AnswerMembers();
    private final Consumer<AnswerMembers> reader;

    /**
     * @param reader told at the end what was found, where all of one object has passed
     */
    public JsonScan(Consumer<AnswerMembers> reader) {
        this.reader = reader;
    }

    @Override
    public void push(byte next) {
        members.push(next);
    }

    @Override
    public void finish() {
        if (members.complete()) {
            reader.accept(members);
        }
    }
}
