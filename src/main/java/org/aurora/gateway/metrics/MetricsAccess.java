package org.aurora.gateway.metrics;

import java.util.List;
import java.util.Optional;
import org.aurora.gateway.caller.Authenticator;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.caller.Credentials;
import org.aurora.gateway.caller.KeyHash;
import org.aurora.gateway.error.GatewayException;
import org.aurora.gateway.model.Secret;

/** Who may read the metrics: everybody, where that is configured; else whoever has an admin key or the key made for it. */
public final class MetricsAccess {
    private final boolean open;
    private final Optional<KeyHash> token;
    private final Authenticator authenticator;

    /**
     * @param open whether nobody is asked
     * @param token the key that is good for this alone
     * @param authenticator knows the other keys
     */
    public MetricsAccess(boolean open, Optional<Secret> token, Authenticator authenticator) {
        this.open = open;
        this.token = token.map(secret -> KeyHash.of(secret.reveal()));
        this.authenticator = authenticator;
    }

    /**
     * Lets them in.
     *
     * @throws GatewayException 401 without a key or with one that is not known, 403 with one that is for other things
     */
    void require(Credentials sent) {
        if (open) {
            return;
        }
        KeyHash key = KeyHash.of(Authenticator.key(sent).orElseThrow(Authenticator::missing));
        if (token.filter(key::matches).isPresent()) {
            return;
        }
        // Metrics are of the whole gateway: the place that the caller names does not matter.
        Credentials anywhere = new Credentials(sent.authorization(), sent.apiKey(), List.of());
        if (!(authenticator.authenticate(anywhere) instanceof Caller.Master)) {
            throw GatewayException.adminRequired();
        }
    }
}
