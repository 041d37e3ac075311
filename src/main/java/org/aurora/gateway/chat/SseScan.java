package org.aurora.gateway.chat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.function.Consumer;

/** Reads an answer that is a stream of server-sent events, the data of each being one JSON object. */
public final class SseScan implements AnswerScan {
    private static final byte[] FIELD = "data:".getBytes(US_ASCII);
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private enum Place {
        /** Within the name of a line's field. */
        NAME,
        /** Right behind the colon of a data line, where one blank does not count. */
        BEFORE_DATA,
        DATA,
        /** In a line that is none of data. */
        OTHER
    }

    private final AnswerMembers members = new AnswerMembers();
    private final SseLines lines = new SseLines();
    private final Consumer<AnswerMembers> reader;
    private Place place = Place.NAME;
    private int matched;
    private int bytesOfMark;
    private boolean eventOver;
    private boolean nothingEnded = true;

    /**
     * @param reader told of each event whose data is one JSON object, with the event's last byte
     */
    public SseScan(Consumer<AnswerMembers> reader) {
        this.reader = reader;
    }

    @Override
    public void push(byte next) {
        step(next);
    }

    /** The same, telling what the byte is to the lines and events of the stream. */
    SseLines.Step step(byte next) {
        SseLines.Step step = lines.step(next);
        switch (step) {
            case TEXT -> text(next);
            case LINE_END -> {
                members.push((byte) '\n');
                place = Place.NAME;
                matched = 0;
            }
            case EVENT_END -> finish();
            case SECOND_HALF -> {}
        }
        return step;
    }

    /** An event that the end of the stream leaves without its empty line counts where its data is whole. */
    @Override
    public void finish() {
        nothingEnded = eventOver;
        if (!eventOver && members.complete()) {
            reader.accept(members);
        }
        eventOver = true;
        place = Place.NAME;
        matched = 0;
    }

    /**
     * Whether the event that has just ended does nothing but say what was used: it has no choices, and usage. Right until
     * the next byte of text.
     */
    boolean saysUsageAlone() {
        return !nothingEnded
                && members.complete()
                && members.length(AnswerField.CHOICES) == 0
                && members.object(AnswerField.USAGE);
    }

    private void text(byte next) {
        if (eventOver) {
            members.clear();
            eventOver = false;
        }
        switch (place) {
            case NAME -> name(next);
            case BEFORE_DATA -> {
                place = Place.DATA;
                if (next != ' ') {
                    members.push(next);
                }
            }
            case DATA -> members.push(next);
            case OTHER -> {}
        }
    }

    private void name(byte next) {
        if (bytesOfMark < BYTE_ORDER_MARK.length && next == BYTE_ORDER_MARK[bytesOfMark]) {
            bytesOfMark++;
            return;
        }
        bytesOfMark = BYTE_ORDER_MARK.length;
        if (next != FIELD[matched]) {
            place = Place.OTHER;
        } else if (++matched == FIELD.length) {
            place = Place.BEFORE_DATA;
        }
    }
}
