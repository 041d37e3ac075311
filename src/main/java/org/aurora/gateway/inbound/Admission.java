package org.aurora.gateway.inbound;

import io.netty.handler.codec.http.HttpRequest;
import java.util.Optional;
import org.aurora.gateway.error.GatewayException;

/** Decides from a request's head alone whether its body is worth reading. Called on an event loop: never blocks. */
@FunctionalInterface
public interface Admission {
    /** The refusal to answer with; empty to go on. */
    Optional<GatewayException> refuse(HttpRequest request, Call call);
}
