package org.aurora.gateway.route;

import java.util.Optional;
import org.apache.camel.Exchange;
import org.aurora.gateway.chat.AnswerScan;
import org.aurora.gateway.chat.JsonScan;
import org.aurora.gateway.chat.RequestText;
import org.aurora.gateway.chat.SseScan;
import org.aurora.gateway.metering.CallRecord;
import org.aurora.gateway.upstream.UpstreamHead;
import org.aurora.gateway.usage.AnswerUsage;

/**
 * Has what an answer says of its use go into the record of the call.
 *
 * @param record of the call
 * @param usage what this answer says
 */
record UsageReading(CallRecord record, AnswerUsage usage) {
    private static final String SPEECH = "audio/speech";
    private static final String SPOKEN_TEXT = "input";

    /** Empty where the call is not recorded. */
    static Optional<UsageReading> of(Exchange exchange, UpstreamHead head) {
        return CallRecord.of(exchange).map(record -> begin(exchange, head, record));
    }

    private static UsageReading begin(Exchange exchange, UpstreamHead head, CallRecord record) {
        AnswerUsage usage = record.newUsage();
        if (!head.success()) {
            record.notTakenOn();
        } else if (SPEECH.equals(exchange.getVariable(Variables.OPERATION, String.class))) {
            Optional.ofNullable(exchange.getVariable(Variables.REQUEST, ModelRequest.class))
                    .map(request -> RequestText.characters(request.body(), SPOKEN_TEXT))
                    .ifPresent(characters -> characters.ifPresent(usage::characters));
        }
        return new UsageReading(record, usage);
    }

    /** Reads a complete document. */
    void whole(UpstreamHead head, byte[] body) {
        if (head.plain()) {
            AnswerScan scan = new JsonScan(usage::take);
            scan.push(body);
            scan.finish();
        }
        record.used(usage);
    }

    /** Reads a document that passes. */
    AnswerScan document() {
        record.used(usage);
        return new JsonScan(usage::take);
    }

    /** Reads events that pass. */
    SseScan events() {
        record.used(usage);
        return new SseScan(usage::take);
    }

    /** Reads nothing: the answer is in no form that says what was used. */
    void unread() {
        record.used(usage);
    }
}
