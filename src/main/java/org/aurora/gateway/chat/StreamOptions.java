package org.aurora.gateway.chat;

/**
 * A request's {@code stream_options}.
 *
 * @param value where the value stands in the body: an object, or {@code null}
 * @param saysIncludeUsage whether the caller said anything about {@code include_usage}, whatever it was; also
 *     where the options' own name is in another letter case, so that what they say is upstream's to judge
 */
public record StreamOptions(ByteRange value, boolean saysIncludeUsage) {}
