package org.aurora.gateway.route;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.spi.TypeConverterRegistry;
import org.apache.camel.support.SimpleTypeConverter;
import org.aurora.gateway.chat.RequestBody;

/** Lets routes and kamelets read a rewritten body as what they like. */
public final class RequestBodyConverters {
    private RequestBodyConverters() {}

    public static void addTo(TypeConverterRegistry registry) {
        registry.addTypeConverter(
                byte[].class,
                RequestBody.class,
                new SimpleTypeConverter(false, (type, exchange, body) -> ((RequestBody) body).toByteArray()));
        registry.addTypeConverter(
                String.class,
                RequestBody.class,
                new SimpleTypeConverter(
                        false,
                        (type, exchange, body) ->
                                new String(((RequestBody) body).toByteArray(), StandardCharsets.UTF_8)));
        registry.addTypeConverter(
                InputStream.class,
                RequestBody.class,
                new SimpleTypeConverter(
                        false, (type, exchange, body) -> new ByteArrayInputStream(((RequestBody) body).toByteArray())));
    }
}
