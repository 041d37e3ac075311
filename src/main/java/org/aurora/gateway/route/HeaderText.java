package org.aurora.gateway.route;

import java.nio.charset.StandardCharsets;

/** Text from outside as a header value: what is not plain ASCII is percent-encoded (RFC 3986, section 2.1). */
final class HeaderText {
    private HeaderText() {}

    static String encoded(String text) {
        StringBuilder value = new StringBuilder(text.length());
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (octet > ' ' && octet < 0x7f && octet != '%') {
                value.append((char) octet);
            } else {
                value.append(String.format("%%%02X", octet));
            }
        }
        return value.toString();
    }
}
