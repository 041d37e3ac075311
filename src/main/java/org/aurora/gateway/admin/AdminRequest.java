package org.aurora.gateway.admin;

import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.aurora.gateway.inbound.Call;
import org.aurora.gateway.journal.Precondition;
import org.aurora.gateway.journal.Proposal;

/** What an admin request says apart from its body. */
record AdminRequest(String path, Map<String, List<String>> query, HttpHeaders headers, String actor) {
    private static final int MAX_REASON_LENGTH = 1_000;
    private static final int MAX_AUTHOR_LENGTH = 256;

    static AdminRequest of(Exchange exchange) {
        Call call = Call.of(exchange)
                .orElseThrow(() -> new IllegalStateException("only a request that came by HTTP has a path"));
        String query = exchange.getMessage().getHeader(Exchange.HTTP_RAW_QUERY, "", String.class);
        Caller caller = exchange.getVariable("caller", Caller.class);
        return new AdminRequest(
                call.path(),
                new QueryStringDecoder(query, StandardCharsets.UTF_8, false, 64).parameters(),
                call.requestHeaders(),
                caller == null ? "-" : caller.name());
    }

    /** One segment of the path, decoded; counted from the end, so that 0 is the last one. */
    String segmentFromEnd(int position) {
        String[] segments = path.split("/", -1);
        return decoded(segments[segments.length - 1 - position]);
    }

    private static String decoded(String segment) {
        try {
            String text = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw bad("The name in the path is not percent-encoded UTF-8.");
        }
    }

    /** A query parameter that may be left out but not be repeated. */
    Optional<String> parameter(String name) {
        List<String> values = query.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw bad("The query parameter " + name + " is given more than once.");
        }
        return values.stream().findFirst();
    }

    /** A query parameter that is a whole number. */
    Optional<Long> number(String name, long least, long most) {
        return parameter(name).map(text -> {
            if (text.matches("\\d{1,18}") && Long.parseLong(text) >= least && Long.parseLong(text) <= most) {
                return Long.parseLong(text);
            }
            throw bad("The query parameter " + name + " must be a whole number from " + least + " to " + most + ".");
        });
    }

    AdminRequest allowingParameters(Set<String> names) {
        for (String name : query.keySet()) {
            if (!names.contains(name)) {
                throw bad("An unknown query parameter; known here: "
                        + (names.isEmpty() ? "none" : String.join(", ", names)) + ".");
            }
        }
        return this;
    }

    Proposal.Author author() {
        return new Proposal.Author(
                actor, text("x-change-author", MAX_AUTHOR_LENGTH), text("x-change-reason", MAX_REASON_LENGTH));
    }

    private Optional<String> text(String header, int maxLength) {
        Optional<String> sent = Optional.ofNullable(headers.get(header)).filter(text -> !text.isBlank());
        Optional<String> value = sent.map(AdminRequest::utf8);
        value.filter(text -> text.length() > maxLength).ifPresent(text -> {
            throw bad("The header " + header + " is longer than " + maxLength + " characters.");
        });
        return value;
    }

    /** Header bytes arrive as Latin-1; people who write more than ASCII there send UTF-8. */
    private static String utf8(String header) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return header;
        }
    }

    Precondition precondition() {
        return EntityTags.precondition(headers.getAll("if-match"), headers.getAll("if-none-match"));
    }

    /** The answer to who has the current version already (RFC 9110, section 13.1.2). */
    Optional<FullHttpResponse> notModified(Optional<String> current) {
        return current.filter(tag -> EntityTags.anyOf(headers.getAll("if-none-match"), tag))
                .map(tag -> {
                    FullHttpResponse answer =
                            new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NOT_MODIFIED);
                    answer.headers().set("etag", tag);
                    return answer;
                });
    }

    static GatewayException bad(String message) {
        return new GatewayException(ErrorCode.INVALID_REQUEST, message);
    }
}
