package org.aurora.gateway.route;

import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;
import org.aurora.gateway.inbound.Call;
import org.aurora.gateway.inbound.JsonAnswer;

/** Answers with the list in the message body, or with 304 where the caller has that very list already. */
public final class AnswerList implements Processor {
    private static final String WEAK = "W/";

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        ListedModels listed = exchange.getMessage().getMandatoryBody(ListedModels.class);
        List<String> known = Call.of(exchange)
                .map(call -> call.requestHeaders().getAll("if-none-match"))
                .orElse(List.of());
        FullHttpResponse answer = knows(known, listed.entityTag())
                ? new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NOT_MODIFIED)
                : JsonAnswer.of(HttpResponseStatus.OK, listed.json());
        answer.headers().set("etag", listed.entityTag());
        ModelJson.setCaching(answer);
        exchange.getMessage().setBody(answer);
    }

    private static boolean knows(List<String> ifNoneMatch, String entityTag) {
        return ifNoneMatch.stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .map(tag -> tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.equals(entityTag));
    }
}
