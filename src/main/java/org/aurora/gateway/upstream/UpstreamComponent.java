package org.aurora.gateway.upstream;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** Makes {@code upstream:} endpoints, all on one client. */
public final class UpstreamComponent extends DefaultComponent {
    private final UpstreamClient client;

    public UpstreamComponent(UpstreamClient client) {
        this.client = client;
    }

    UpstreamClient client() {
        return client;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        UpstreamEndpoint endpoint = new UpstreamEndpoint(uri, this);
        endpoint.setName(remaining);
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
