package org.aurora.gateway.inbound;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import org.aurora.gateway.error.ErrorBody;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.ErrorType;
import org.aurora.gateway.error.GatewayException;

/** A refusal as an HTTP answer: the same bytes whether the connection or a route refuses. */
public final class ErrorAnswer {
    /** Seconds after which a caller may try again when the gateway itself had no room. */
    private static final String RETRY_AFTER_SECONDS = "1";

    private ErrorAnswer() {}

    public static FullHttpResponse of(GatewayException refusal) {
        ErrorCode code = refusal.code();
        FullHttpResponse answer = json(code.status(), ErrorBody.of(refusal), code.retryable());
        if (code == ErrorCode.OVERLOADED || code == ErrorCode.STARTING || code == ErrorCode.SHUTTING_DOWN) {
            answer.headers().set(HttpHeaderNames.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        refusal.headers().forEach(answer.headers()::set);
        return answer;
    }

    /**
     * A refusal in an integrator's own words.
     *
     * @param status 400 to 599; below 500, clients are told not to send the request again
     */
    public static FullHttpResponse of(int status, String code, String message) {
        return json(status, ErrorBody.of(ErrorType.of(status), code, message), status >= 500);
    }

    private static FullHttpResponse json(int status, byte[] body, boolean retryable) {
        FullHttpResponse answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.wrappedBuffer(body));
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        if (!retryable) {
            answer.headers().set("x-should-retry", "false");
        }
        return answer;
    }
}
