package org.aurora.gateway.inbound;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.component.netty.http.DefaultNettyHttpBinding;
import org.apache.camel.component.netty.http.NettyHttpConfiguration;
import org.apache.camel.component.netty.http.NettyHttpMessage;
import org.apache.camel.http.base.HttpHelper;
import org.apache.camel.support.MessageHelper;
import org.apache.camel.support.ObjectHelper;
import org.apache.camel.support.http.HttpUtil;

/**
 * HTTP to Camel and back, without the stock binding's surprises: query parameters and form fields become no headers,
 * header values are not split at commas or decoded, bodies are plain arrays that nobody has to release, and what the
 * caller sent in a header does not come back to it as one of the answer.
 */
final class InboundBinding extends DefaultNettyHttpBinding {
    /** The exchange property that holds the headers as they came in. */
    private static final String RECEIVED = "aurora.received-headers";

    private static final byte[] NOTHING = {};

    InboundBinding() {
        super(new InboundHeaderFilter());
    }

    @Override
    public Message toCamelMessage(FullHttpRequest request, Exchange exchange, NettyHttpConfiguration configuration) {
        NettyHttpMessage message = new NettyHttpMessage(exchange.getContext(), null, null);
        message.setExchange(exchange);
        populateCamelHeaders(request, message.getHeaders(), exchange, configuration);
        exchange.setProperty(RECEIVED, new HashMap<>(message.getHeaders()));
        if (request.content().isReadable()) {
            message.setBody(ByteBufUtil.getBytes(request.content()));
        }
        return message;
    }

    @Override
    public HttpResponse toNettyResponse(Message message, NettyHttpConfiguration configuration) throws Exception {
        Exchange exchange = message.getExchange();
        if (message.getBody() instanceof HttpResponse ready) {
            return ready;
        }
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        dropReceived(message);
        int status = HttpUtil.determineResponseCode(exchange, message.getBody());
        FullHttpResponse answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.wrappedBuffer(bytes(message)));
        setHeaders(answer.headers(), message);
        return answer;
    }

    /** A header that a route set is another object than the one that came in, even if it says the same. */
    private static void dropReceived(Message message) {
        Map<?, ?> received = message.getExchange().getProperty(RECEIVED, Map.of(), Map.class);
        message.getHeaders().entrySet().removeIf(header -> received.get(header.getKey()) == header.getValue());
    }

    private static byte[] bytes(Message message) throws InvalidPayloadException {
        return message.getBody() == null ? NOTHING : message.getMandatoryBody(byte[].class);
    }

    private void setHeaders(HttpHeaders headers, Message message) {
        for (Map.Entry<String, Object> header : message.getHeaders().entrySet()) {
            for (Object value : ObjectHelper.createIterable(header.getValue(), null)) {
                String text = String.valueOf(value);
                if (!getHeaderFilterStrategy()
                        .applyFilterToCamelHeaders(header.getKey(), text, message.getExchange())) {
                    headers.add(header.getKey(), text);
                }
            }
        }
        String contentType = MessageHelper.getContentType(message);
        if (contentType != null) {
            headers.set(HttpHeaderNames.CONTENT_TYPE, contentType);
        }
    }

    @Override
    public void populateCamelHeaders(
            HttpRequest request, Map<String, Object> headers, Exchange exchange, NettyHttpConfiguration configuration) {
        RequestTarget target = RequestTarget.of(request);
        headers.put(Exchange.HTTP_METHOD, request.method().name());
        headers.put(Exchange.HTTP_URI, target.path());
        headers.put(Exchange.HTTP_PATH, target.path());
        if (!target.query().isEmpty()) {
            headers.put(Exchange.HTTP_RAW_QUERY, target.query());
        }
        for (String name : request.headers().names()) {
            if (!getHeaderFilterStrategy().applyFilterToExternalHeaders(name, "", exchange)) {
                List<String> values = request.headers().getAll(name);
                String key = HttpHeaderNames.CONTENT_TYPE.contentEqualsIgnoreCase(name) ? Exchange.CONTENT_TYPE : name;
                headers.put(key, values.size() == 1 ? values.get(0) : values);
            }
        }
        String served = configuration.getPath();
        if (served != null && served.contains("{")) {
            HttpHelper.evalPlaceholders(headers, target.path(), served);
        }
    }
}
