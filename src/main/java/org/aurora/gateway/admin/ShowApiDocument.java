package org.aurora.gateway.admin;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.inbound.JsonAnswer;

/** Answers with the OpenAPI document of the admin API. */
public final class ShowApiDocument implements Processor {
    private static final String FILE = "/openapi/admin.json";

    private final String document = read();

    private static String read() {
        try (InputStream file = ShowApiDocument.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the jar lacks " + FILE);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void process(Exchange exchange) {
        AdminRequest.of(exchange).allowingParameters(Set.of());
        exchange.getMessage().setBody(JsonAnswer.of(HttpResponseStatus.OK, json -> json.writeRaw(document)));
    }
}
