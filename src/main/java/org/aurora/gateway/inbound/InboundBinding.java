package org.aurora.gateway.inbound;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.netty.http.DefaultNettyHttpBinding;
import org.apache.camel.component.netty.http.NettyHttpConfiguration;
import org.apache.camel.component.netty.http.NettyHttpMessage;
import org.apache.camel.http.base.HttpHelper;

/**
 * HTTP to Camel and back, without the stock binding's surprises: query parameters and form fields become no headers,
 * header values are not split at commas or decoded, and the body is a plain array that nobody has to release.
 */
final class InboundBinding extends DefaultNettyHttpBinding {
    InboundBinding() {
        super(new InboundHeaderFilter());
    }

    @Override
    public Message toCamelMessage(FullHttpRequest request, Exchange exchange, NettyHttpConfiguration configuration) {
        NettyHttpMessage message = new NettyHttpMessage(exchange.getContext(), null, null);
        message.setExchange(exchange);
        populateCamelHeaders(request, message.getHeaders(), exchange, configuration);
        if (request.content().isReadable()) {
            message.setBody(ByteBufUtil.getBytes(request.content()));
        }
        return message;
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
