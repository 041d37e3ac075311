package org.aurora.gateway.upstream;

import java.time.Duration;

/**
 * How long the gateway waits for a provider.
 *
 * @param connect for a connection to be established
 * @param silence for the next byte of an answer, the first included; streams may last longer than this in all
 */
public record UpstreamTimeouts(Duration connect, Duration silence) {}
