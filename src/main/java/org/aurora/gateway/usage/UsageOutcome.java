package org.aurora.gateway.usage;

import java.time.Duration;
import java.util.Optional;

/**
 * What became of one call.
 *
 * @param operation what was asked for, as the path below {@code /v1/}: {@code chat/completions}
 * @param stream whether the caller asked for a stream
 * @param status the HTTP status sent to the caller; 499 where the caller left before there was all of an answer
 * @param errorCode the {@code code} of the gateway's own error; empty where it made none
 * @param partial whether the answer was begun and did not come to its end, so that what is counted may be too little
 * @param timeToFirstByte from the first byte in to the first byte of the answer out; empty where there was none
 * @param duration from the first byte in to the last byte out
 */
public record UsageOutcome(
        String operation,
        boolean stream,
        int status,
        Optional<String> errorCode,
        boolean partial,
        Optional<Duration> timeToFirstByte,
        Duration duration) {}
