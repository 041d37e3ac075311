package org.aurora.gateway.upstream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.util.StringHelper;
import org.aurora.gateway.chat.RequestBody;
import org.aurora.gateway.inbound.Call;
import org.aurora.gateway.inventory.Listing;
import org.aurora.gateway.provider.Provider;
import org.aurora.gateway.resolve.Target;

/**
 * Sends the exchange's body to its target and puts an {@link UpstreamAnswer} into the variable {@code answer}. That a
 * provider fails is such an answer and no exception: the route decides what follows from it.
 */
final class UpstreamProducer extends DefaultAsyncProducer {
    private static final Set<String> STREAM_OPTIONS_ARE_KNOWN_TO = Set.of("chat/completions", "completions");

    private final UpstreamEndpoint endpoint;
    private final UpstreamClient client;

    UpstreamProducer(UpstreamEndpoint endpoint, UpstreamClient client) {
        super(endpoint);
        this.endpoint = endpoint;
        this.client = client;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Listing listing = exchange.getVariable("listing", Listing.class);
        return listing == null ? relay(exchange, callback) : list(exchange, listing, callback);
    }

    private boolean list(Exchange exchange, Listing listing, AsyncCallback callback) {
        UpstreamRequest request;
        try {
            Target target = exchange.getVariable("target", Target.class);
            request = new ListingRequest(endpoint, target.provider())
                    .request(listing, exchange.getMessage().getHeaders());
        } catch (RuntimeException e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        listing.beginPage(endpoint.getListIdPrefix());
        client.list(request, new ListingReply(listing, () -> callback.done(false)));
        return false;
    }

    private boolean relay(Exchange exchange, AsyncCallback callback) {
        UpstreamRequest request;
        try {
            request = request(exchange);
        } catch (InvalidPayloadException | RuntimeException e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        UpstreamReply reply = new UpstreamReply(request, answer -> {
            exchange.setVariable("answer", answer);
            callback.done(false);
        });
        // Before it is sent: afterwards the next attempt of a failover may already have put its own in this place.
        Call.of(exchange).ifPresent(call -> call.whenOver(reply::letGo));
        client.send(request, reply);
        return false;
    }

    private UpstreamRequest request(Exchange exchange) throws InvalidPayloadException {
        Target target = exchange.getVariable("target", Target.class);
        String operation = exchange.getVariable("operation", String.class);
        StringHelper.notEmpty(operation, "variable operation");
        Provider provider = target.provider();
        UpstreamHeaders headers = new UpstreamHeaders();
        Call.of(exchange).ifPresent(call -> headers.fromCaller(call.requestHeaders()));
        headers.fromRoute(exchange.getMessage().getHeaders());
        provider.key().ifPresent(key -> headers.withKey(endpoint.getKeyHeader(), endpoint.getKeyScheme(), key));
        Object body = exchange.getMessage().getBody();
        Optional<RequestBody> asking =
                asksForUsage(exchange, operation, provider) && body instanceof RequestBody spliced
                        ? spliced.askingForUsage()
                        : Optional.empty();
        String label = Call.of(exchange).map(Call::id).orElse("-") + " " + provider.name();
        return new UpstreamRequest(
                label,
                uri(provider, operation),
                operation,
                headers.build(),
                asking.isPresent() ? buffer(asking.get()) : body(exchange),
                asking.isPresent());
    }

    /** Only where somebody is there to read it: on behalf of a call that is recorded. */
    private boolean asksForUsage(Exchange exchange, String operation, Provider provider) {
        return STREAM_OPTIONS_ARE_KNOWN_TO.contains(operation)
                && endpoint.saysUsageIfAsked(provider)
                && Call.of(exchange).flatMap(Call::notes).isPresent();
    }

    private URI uri(Provider provider, String operation) {
        String prefix = endpoint.getPathPrefix().isEmpty() ? "" : endpoint.getPathPrefix() + "/";
        String version = endpoint.apiVersion(provider).map(query -> "?" + query).orElse("");
        return URI.create(UpstreamEndpoint.baseUrl(provider) + "/" + prefix + operation + version);
    }

    private static ByteBuf body(Exchange exchange) throws InvalidPayloadException {
        if (exchange.getMessage().getBody() instanceof RequestBody spliced) {
            return buffer(spliced);
        }
        return Unpooled.wrappedBuffer(exchange.getMessage().getMandatoryBody(byte[].class));
    }

    private static ByteBuf buffer(RequestBody spliced) {
        return Unpooled.wrappedBuffer(spliced.buffers().toArray(ByteBuffer[]::new));
    }
}
