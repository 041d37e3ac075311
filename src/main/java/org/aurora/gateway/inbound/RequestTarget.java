package org.aurora.gateway.inbound;

import io.netty.handler.codec.http.HttpRequest;
import java.util.Locale;

/**
 * The target of a request line, taken apart without decoding anything, so that {@code %2F} stays what the caller
 * wrote (RFC 9112, section 3.2: origin form and absolute form).
 *
 * @param path the raw path, beginning with a slash
 * @param query the raw query without its question mark; empty when there is none
 */
record RequestTarget(String path, String query) {
    static RequestTarget of(HttpRequest request) {
        String originForm = originForm(request.uri());
        int fragment = originForm.indexOf('#');
        String visible = fragment < 0 ? originForm : originForm.substring(0, fragment);
        int mark = visible.indexOf('?');
        return mark < 0
                ? new RequestTarget(visible, "")
                : new RequestTarget(visible.substring(0, mark), visible.substring(mark + 1));
    }

    private static String originForm(String uri) {
        String start = uri.substring(0, Math.min(uri.length(), 8)).toLowerCase(Locale.ROOT);
        if (!start.startsWith("http://") && !start.startsWith("https://")) {
            return uri;
        }
        int end = uri.indexOf("://") + 3;
        while (end < uri.length() && "/?#".indexOf(uri.charAt(end)) < 0) {
            end++;
        }
        String rest = uri.substring(end);
        return rest.startsWith("/") ? rest : "/" + rest;
    }
}
