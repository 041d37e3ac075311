package org.aurora.gateway.chat;

import java.util.Optional;

/**
 * What a request body says in the few fields that are the gateway's business, and where it says it.
 *
 * @param model the model asked for: 1 to 256 characters, none of them a control character
 * @param modelValue the token of {@code model}'s value, quotes included
 * @param provider the provider asked for: 1 to 256 characters, none of them a control character; empty where
 *     no provider is named
 * @param providerMember the whole {@code provider} member with exactly one comma, where its value is a string,
 *     even an empty one: taking it out leaves valid JSON. Values of other types are upstream's business
 * @param stream whether a stream of events is asked for
 * @param streamOptions empty where there are none
 */
public record ModelFields(
        String model,
        ByteRange modelValue,
        Optional<String> provider,
        Optional<ByteRange> providerMember,
        boolean stream,
        Optional<StreamOptions> streamOptions) {

    /**
     * Reads a whole request body.
     *
     * <p>Only fields of the outermost object count. Whatever RFC 8259 allows elsewhere passes: numbers and
     * strings of any length, doubled names inside values, escapes of lone surrogates.
     *
     * @throws org.aurora.gateway.error.GatewayException {@code invalid_json} for anything but one JSON object
     *     in UTF-8, nested at most 256 deep; {@code duplicate_field}, {@code missing_model},
     *     {@code invalid_model}, {@code invalid_type} or {@code invalid_request} about the field at fault
     */
    public static ModelFields read(byte[] body) {
        return RequestFields.scan(body).fields();
    }
}
