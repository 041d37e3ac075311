package org.aurora.gateway.inbound;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.List;
import java.util.Optional;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;

/** Requests that are not HTTP as RFC 9112 has it; after one of them the connection cannot be trusted. */
final class MalformedRequest {
    private MalformedRequest() {}

    /** What is wrong with a request's head; empty when nothing is. */
    static Optional<GatewayException> in(HttpRequest request) {
        Throwable cause = request.decoderResult().cause();
        if (cause instanceof TooLongHttpHeaderException || cause instanceof TooLongHttpLineException) {
            return Optional.of(new GatewayException(
                    ErrorCode.HEADERS_TOO_LARGE,
                    "The request line or the headers are too large. Send fewer or shorter ones."));
        }
        if (cause != null) {
            return malformed("The request is not valid HTTP/1.1.");
        }
        if (request.protocolVersion().majorVersion() != 1) {
            return malformed("The only version of HTTP that is understood is HTTP/1.1.");
        }
        if (request.uri().chars().anyMatch(character -> character <= ' ' || character == 0x7f)) {
            return malformed("The request target must not contain blanks or control characters.");
        }
        List<String> encodings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        if (encodings.size() > 1
                || (!encodings.isEmpty() && beforeHttp11(request))
                || encodings.stream()
                        .anyMatch(encoding -> !HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(encoding))) {
            return malformed("The only transfer encoding that is understood is one \"chunked\".");
        }
        String expect = request.headers().get(HttpHeaderNames.EXPECT);
        if (expect != null && !HttpHeaderValues.CONTINUE.contentEqualsIgnoreCase(expect)) {
            return malformed("The only expectation that can be met is \"100-continue\".");
        }
        int hosts = request.headers().getAll(HttpHeaderNames.HOST).size();
        if (hosts > 1 || (hosts == 0 && !beforeHttp11(request))) {
            return malformed("An HTTP/1.1 request must carry exactly one Host header.");
        }
        return Optional.empty();
    }

    private static boolean beforeHttp11(HttpRequest request) {
        return request.protocolVersion().compareTo(HttpVersion.HTTP_1_1) < 0;
    }

    /** The refusal of a body whose framing is broken. */
    static GatewayException body() {
        return new GatewayException(ErrorCode.INVALID_REQUEST, "The request body is not valid HTTP/1.1 framing.");
    }

    private static Optional<GatewayException> malformed(String message) {
        return Optional.of(new GatewayException(ErrorCode.INVALID_REQUEST, message));
    }
}
