package org.aurora.gateway.inbound;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import java.util.Optional;
import org.aurora.gateway.caller.Authenticator;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.aurora.gateway.ops.Readiness;

/**
 * Refuses by the head what no body can mend: a path or method that no route serves, a key that is missing or wrong, a
 * user path that is none or not the key's, a length over the limit, and everything that comes once the process is on its way out.
 */
public final class HeadAdmission implements Admission {
    /** Below here everything needs a key; the gateway's own paths outside, such as /health, need none. */
    static final String DATA_PLANE = "/v1/";

    static final String ADMIN = "/admin/";

    /** Below here only the master and admin keys are let in, whatever step authenticates callers of models. */
    private static final String ADMIN_API = "/admin/api/";

    private final PathRouters routers;
    private final Authenticator authenticator;
    private final boolean forModels;
    private final Readiness readiness;
    private final long maxBodyBytes;

    /**
     * @param forModels whether it tells callers of models too; an integrator's own step may, which only the route can run
     * @param maxBodyBytes the largest request body
     */
    public HeadAdmission(
            PathRouters routers,
            Authenticator authenticator,
            boolean forModels,
            Readiness readiness,
            long maxBodyBytes) {
        this.routers = routers;
        this.authenticator = authenticator;
        this.forModels = forModels;
        this.readiness = readiness;
        this.maxBodyBytes = maxBodyBytes;
    }

    @Override
    public Optional<GatewayException> refuse(HttpRequest request, Call call) {
        return routers.refuse(call.port(), call.method(), call.path())
                .or(() -> notReady(call))
                .or(() -> unauthenticated(call))
                .or(() -> tooLong(request));
    }

    /** Before the settings are known nothing can be decided: what nobody may use would be open to all. */
    private Optional<GatewayException> notReady(Call call) {
        boolean model = call.path().startsWith(DATA_PLANE);
        return switch (readiness.stage()) {
            case STARTING ->
                !readiness.loaded() && (model || call.path().startsWith(ADMIN))
                        ? Optional.of(new GatewayException(
                                ErrorCode.STARTING, "This gateway has not loaded its settings yet. Try again soon."))
                        : Optional.empty();
            case READY -> Optional.empty();
            case DRAINING ->
                model
                        ? Optional.of(new GatewayException(
                                ErrorCode.SHUTTING_DOWN, "This gateway is shutting down. Send the request again."))
                        : Optional.empty();
        };
    }

    private Optional<GatewayException> unauthenticated(Call call) {
        boolean admin = call.path().startsWith(ADMIN_API);
        if (!admin && !(forModels && call.path().startsWith(DATA_PLANE))) {
            return Optional.empty();
        }
        try {
            Caller caller = authenticator.authenticate(call.credentials());
            call.recognised(caller);
            return admin && !(caller instanceof Caller.Master)
                    ? Optional.of(GatewayException.adminRequired())
                    : Optional.empty();
        } catch (GatewayException refusal) {
            return Optional.of(refusal);
        }
    }

    private Optional<GatewayException> tooLong(HttpRequest request) {
        return HttpUtil.getContentLength(request, 0L) > maxBodyBytes
                ? Optional.of(BodyLimit.tooLarge(maxBodyBytes))
                : Optional.empty();
    }
}
