package org.aurora.gateway.inbound;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AttributeKey;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.caller.Credentials;
import org.aurora.gateway.caller.UserPathHeader;
import org.aurora.gateway.error.ErrorCode;

/**
 * One request from its first byte in to its last byte out, which is longer than its Camel exchange: the exchange
 * of a streamed answer is over when the stream begins.
 *
 * <p>Written by the connection's event loop and by the route; read by the access log and whoever records calls.
 */
public final class Call {
    /** The exchange property that holds the call. */
    public static final String PROPERTY = "aurora.call";

    private static final long NEVER = -1;
    /** What nginx made customary for a caller that left before the answer was complete. */
    private static final int CALLER_LEFT = 499;

    static final AttributeKey<Call> KEY = AttributeKey.valueOf(Call.class, "call");

    private final RequestId id;
    private final HttpRequest request;
    private final String method;
    private final RequestTarget target;
    private final Channel channel;
    private final Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final long startedNanos = System.nanoTime();

    private volatile Optional<Caller> caller = Optional.empty();
    private volatile String originalModel = "";
    private volatile String sentTo = "";
    private volatile boolean abandoned;
    private volatile boolean cutShort;
    private volatile boolean stopped;
    private volatile boolean over;
    private volatile Runnable whenOver = () -> {};
    private volatile Optional<String> errorCode = Optional.empty();
    private volatile Optional<CallNotes> notes = Optional.empty();
    private int status;
    private long bytesReceived;
    private int piecesReceived;
    private long bytesSent;
    private long firstByteNanos = NEVER;

    Call(HttpRequest request, Channel channel) {
        this.request = request;
        this.channel = channel;
        this.method = request.method().name();
        this.id = RequestId.of(request.headers());
        this.target = RequestTarget.of(request);
    }

    /** The call that an exchange belongs to; empty for exchanges that no HTTP request began. */
    public static Optional<Call> of(Exchange exchange) {
        return Optional.ofNullable(exchange.getProperty(PROPERTY, Call.class));
    }

    public String id() {
        return id.text();
    }

    /** The method as sent: a route that serves HEAD as GET sees GET. */
    public String method() {
        return method;
    }

    /** Whether the answer will be sent without its body. */
    public boolean asksForHeadOnly() {
        return HttpMethod.HEAD.name().equals(method);
    }

    /** The path exactly as sent, percent-encoding included, without query. */
    public String path() {
        return target.path();
    }

    /** The request's headers as received; never to be sent on as they are. */
    public HttpHeaders requestHeaders() {
        return request.headers();
    }

    /** What the headers say of who is calling, as received. */
    public Credentials credentials() {
        HttpHeaders headers = request.headers();
        return new Credentials(
                headers.getAll(Credentials.AUTHORIZATION),
                headers.getAll(Credentials.API_KEY),
                headers.getAll(UserPathHeader.NAME));
    }

    /** The caller's connection. */
    public Channel channel() {
        return channel;
    }

    int port() {
        return channel.localAddress() instanceof InetSocketAddress address ? address.getPort() : 0;
    }

    /** Who was recognised before the body was read; empty where nobody looked yet. */
    public Optional<Caller> caller() {
        return caller;
    }

    void recognised(Caller recognised) {
        caller = Optional.of(recognised);
    }

    /** Remembers the name the caller asked for, for the access log. */
    public void askedFor(String model) {
        originalModel = model;
    }

    /** Remembers where the request went, for the access log: {@code provider/model}. */
    public void sentTo(String selector) {
        sentTo = selector;
    }

    /**
     * Runs the action when the call is over, with its answer delivered or not; at once if it is over already. The latest
     * action counts. It lets go of what the call holds upstream, may run twice and must not block.
     */
    public void whenOver(Runnable action) {
        whenOver = action;
        if (over) {
            action.run();
        }
    }

    /** Remembers, for the access log, that the provider broke off in the middle of its answer. */
    public void cutShort() {
        cutShort = true;
    }

    boolean wasCutShort() {
        return cutShort;
    }

    /** Remembers that the gateway itself breaks off here, because it has to end. */
    void stopped() {
        if (status == 0) {
            answeredWith(ErrorCode.SHUTTING_DOWN.status());
        }
        failedWith(ErrorCode.SHUTTING_DOWN.code());
        stopped = true;
    }

    /** Remembers the {@code code} of the gateway's own error that this call ends with. */
    public void failedWith(String code) {
        if (!over) {
            errorCode = Optional.of(code);
        }
    }

    /** The {@code code} of the gateway's own error; empty where it made none. */
    public Optional<String> errorCode() {
        return errorCode;
    }

    /** Attaches what another part wants to remember of the call until it is over. */
    public void note(CallNotes kept) {
        notes = Optional.of(kept);
    }

    /** What was attached. */
    public Optional<CallNotes> notes() {
        return notes;
    }

    /** Whether the caller left before the answer was complete. */
    public boolean abandoned() {
        return abandoned;
    }

    void end(boolean delivered) {
        abandoned = !delivered;
        over = true;
        whenOver.run();
    }

    boolean keepAlive() {
        return !speaksHttp10()
                && HttpUtil.isKeepAlive(request)
                && request.decoderResult().isSuccess();
    }

    boolean speaksHttp10() {
        return request.protocolVersion().compareTo(HttpVersion.HTTP_1_1) < 0;
    }

    void received(int bytes) {
        bytesReceived += bytes;
        piecesReceived++;
    }

    /** In how many pieces the body has come so far. */
    int piecesReceived() {
        return piecesReceived;
    }

    long bytesReceived() {
        return bytesReceived;
    }

    /** What is written once the caller has left is no answer. */
    void answeredWith(int newStatus) {
        if (!over) {
            status = newStatus;
        }
    }

    /** The status sent to the caller; 0 while there is none. */
    int status() {
        return status;
    }

    /**
     * The status that logs and records of a call that is over have: 499 where the caller left. An answer that ends with
     * the connection, because the provider broke off or the gateway had to end, was not left by its caller.
     */
    public int finalStatus() {
        return abandoned && !cutShort && !stopped ? CALLER_LEFT : status;
    }

    /** Whether an answer was begun and did not come to its end. */
    public boolean partial() {
        return cutShort || (abandoned && firstByteNanos != NEVER);
    }

    void sent(int bytes) {
        if (over) {
            return;
        }
        if (bytes > 0 && firstByteNanos == NEVER) {
            firstByteNanos = elapsedNanos();
        }
        bytesSent += bytes;
    }

    /** From the first byte in to the first byte of the answer's body out; empty where there was none. */
    public Optional<Duration> timeToFirstByte() {
        return firstByteNanos == NEVER ? Optional.empty() : Optional.of(Duration.ofNanos(firstByteNanos));
    }

    /** When the first byte came in, to the millisecond. */
    public Instant startedAt() {
        return startedAt;
    }

    long bytesSent() {
        return bytesSent;
    }

    /** The name the caller asked for; empty text where none was read. */
    public String originalModel() {
        return originalModel;
    }

    String sentTo() {
        return sentTo;
    }

    /** Since the first byte came in, in nanoseconds. */
    public long elapsedNanos() {
        return System.nanoTime() - startedNanos;
    }
}
