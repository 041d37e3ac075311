package org.aurora.gateway.admin;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.caller.KeyState;
import org.aurora.gateway.caller.ManagedKey;
import org.aurora.gateway.caller.UserPath;
import org.aurora.gateway.caller.UserPathHeader;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.ErrorType;
import org.aurora.gateway.error.GatewayException;
import org.aurora.gateway.inbound.JsonAnswer;
import org.aurora.gateway.live.LiveSettings;
import org.aurora.gateway.resolve.Explanation;
import org.aurora.gateway.resolve.RequestedModel;
import org.aurora.gateway.resolve.Snapshot;
import org.aurora.gateway.settings.SupposedCall;

/** Answers with what a call would come to, and why, by the decision that the call itself would get. */
public final class ExplainCall implements Processor {
    private final LiveSettings live;
    private final Supposition supposition;
    private final UserPathHeader pathHeader;
    private final Clock clock;

    public ExplainCall(LiveSettings live, UserPathHeader pathHeader, Clock clock) {
        this.live = live;
        this.supposition = new Supposition(live, clock);
        this.pathHeader = pathHeader;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        AdminRequest request = AdminRequest.of(exchange).allowingParameters(Set.of());
        SupposedCall call = SupposedCall.read(AdminBody.json(exchange), live.providerNames());
        RequestedModel asked = new RequestedModel(call.model(), call.provider());
        Snapshot snapshot = supposition.with(call.settings(), request.author());
        Explanation explanation = explain(snapshot, asked, call);
        List<String> warnings = Supposition.warnings(call.settings(), snapshot);
        exchange.getMessage()
                .setBody(JsonAnswer.of(
                        HttpResponseStatus.OK, json -> ExplanationJson.write(json, explanation, snapshot, warnings)));
    }

    private Explanation explain(Snapshot snapshot, RequestedModel asked, SupposedCall call) {
        try {
            return Explanation.of(snapshot, asked, caller(snapshot, call), ThreadLocalRandom.current());
        } catch (GatewayException refusal) {
            if (refusal.code().type() == ErrorType.INVALID_REQUEST) {
                throw refusal;
            }
            return Explanation.refused(snapshot, asked.model(), refusal.code());
        }
    }

    /** Without a key, whoever is at that place; with one, its holder, who names the place as by the header. */
    private Caller caller(Snapshot snapshot, SupposedCall call) {
        return call.keyId()
                .map(id -> call.userPath()
                        .map(path -> pathHeader.place(holder(snapshot, id), path(path)))
                        .orElseGet(() -> holder(snapshot, id)))
                .orElseGet(() -> new Caller.Anonymous(call.userPath().map(ExplainCall::path)));
    }

    private static UserPath path(String written) {
        return UserPath.parse("user_path", written);
    }

    private Caller holder(Snapshot snapshot, String keyId) {
        ManagedKey key = snapshot.keys().find(keyId).orElseThrow(() -> unusable(ErrorCode.INVALID_API_KEY));
        KeyState state = key.state(clock.instant());
        return switch (state) {
            case ACTIVE -> key.holder();
            case EXPIRED -> throw unusable(ErrorCode.EXPIRED_API_KEY);
            case REVOKED -> throw unusable(ErrorCode.INVALID_API_KEY);
        };
    }

    private static GatewayException unusable(ErrorCode code) {
        return new GatewayException(code, "A call with this key is refused.");
    }
}
