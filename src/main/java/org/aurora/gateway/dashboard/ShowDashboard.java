package org.aurora.gateway.dashboard;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Arrays;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;

/** Answers with the dashboard's page and the files it loads. None needs a key: what they show comes by the admin API. */
public final class ShowDashboard implements Processor {
    private static final String ROOT = "/admin/dashboard";
    private static final String ASSETS = ROOT + "/assets/";
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";
    private static final String ASK_EACH_TIME = "no-cache";

    /** A file of another version, as replicas ask for while they are being replaced one by one. */
    private static final String NOT_KEPT = "no-store";

    private final DashboardFiles files = DashboardFiles.read();
    private final String policy = "default-src 'none'; script-src 'self' " + files.importMapSource()
            + "; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    @Override
    public void process(Exchange exchange) {
        String path = exchange.getMessage().getHeader(Exchange.HTTP_PATH, "", String.class);
        exchange.getMessage().setBody(answer(path, ifNoneMatch(exchange)));
    }

    private static String ifNoneMatch(Exchange exchange) {
        return exchange.getMessage().getHeader("If-None-Match", "", String.class);
    }

    private FullHttpResponse answer(String path, String ifNoneMatch) {
        if (path.equals(ROOT)) {
            return answer(files.page(), ASK_EACH_TIME, ifNoneMatch);
        }
        if (path.equals(ROOT + "/")) {
            return elsewhere();
        }
        if (!path.startsWith(ASSETS)) {
            throw notFound();
        }
        String rest = path.substring(ASSETS.length());
        int slash = rest.indexOf('/');
        Asset asset = files.asset(rest.substring(slash + 1)).orElseThrow(ShowDashboard::notFound);
        boolean current = slash > 0 && files.isCurrent(rest.substring(0, slash));
        return answer(asset, current ? FOR_GOOD : NOT_KEPT, ifNoneMatch);
    }

    /** Relative, so that it holds behind a proxy that serves the gateway below a path of its own. */
    private FullHttpResponse elsewhere() {
        FullHttpResponse answer = withHeaders(HttpResponseStatus.PERMANENT_REDIRECT, new byte[0]);
        answer.headers().set(HttpHeaderNames.LOCATION, "../dashboard").set(HttpHeaderNames.CONTENT_LENGTH, 0);
        return answer;
    }

    private FullHttpResponse answer(Asset asset, String cacheControl, String ifNoneMatch) {
        boolean known = Arrays.stream(ifNoneMatch.split(",", -1))
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .anyMatch(asset.entityTag()::equals);
        FullHttpResponse answer = known
                ? withHeaders(HttpResponseStatus.NOT_MODIFIED, new byte[0])
                : withHeaders(HttpResponseStatus.OK, asset.bytes());
        answer.headers().set(HttpHeaderNames.ETAG, asset.entityTag()).set(HttpHeaderNames.CACHE_CONTROL, cacheControl);
        if (!known) {
            answer.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, asset.contentType())
                    .set(HttpHeaderNames.CONTENT_LENGTH, asset.bytes().length);
        }
        return answer;
    }

    private FullHttpResponse withHeaders(HttpResponseStatus status, byte[] body) {
        FullHttpResponse answer =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
        HttpHeaders headers = answer.headers();
        headers.set(HttpHeaderNames.CONTENT_SECURITY_POLICY, policy);
        headers.set(HttpHeaderNames.X_FRAME_OPTIONS, "DENY");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        return answer;
    }

    private static GatewayException notFound() {
        return new GatewayException(
                ErrorCode.NOT_FOUND, "The dashboard has no such file. Its page is /admin/dashboard.");
    }
}
