package org.aurora.gateway.upstream;

import org.apache.camel.Category;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/**
 * How one type of provider wants to be spoken to, as its kamelet states it. The provider itself - where it is, its
 * key - comes with the exchange, in the variable {@code target}.
 */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "upstream",
        title = "Upstream",
        syntax = "upstream:name",
        producerOnly = true,
        category = {Category.AI})
public final class UpstreamEndpoint extends DefaultEndpoint {
    @UriPath(description = "Any word; it only makes the endpoint readable")
    private String name = "relay";

    @UriParam(defaultValue = "Authorization", description = "Header that carries the provider's key")
    private String keyHeader = "Authorization";

    @UriParam(defaultValue = "Bearer", description = "Scheme before the key; empty for the bare key")
    private String keyScheme = "Bearer";

    @UriParam(description = "Query parameter that carries the provider's API version; empty for none")
    private String apiVersionParameter = "";

    @UriParam(description = "API version used when the provider's configuration names none")
    private String defaultApiVersion = "";

    @UriParam(description = "Path between base URL and operation, without slashes around it; empty for none")
    private String pathPrefix = "";

    UpstreamEndpoint(String uri, Component component) {
        super(uri, component);
    }

    @Override
    public Producer createProducer() {
        return new UpstreamProducer(this, ((UpstreamComponent) getComponent()).client());
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("upstream: is for sending only");
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getKeyHeader() {
        return keyHeader;
    }

    public void setKeyHeader(String keyHeader) {
        this.keyHeader = keyHeader;
    }

    public String getKeyScheme() {
        return keyScheme;
    }

    public void setKeyScheme(String keyScheme) {
        this.keyScheme = keyScheme;
    }

    public String getApiVersionParameter() {
        return apiVersionParameter;
    }

    public void setApiVersionParameter(String apiVersionParameter) {
        this.apiVersionParameter = apiVersionParameter;
    }

    public String getDefaultApiVersion() {
        return defaultApiVersion;
    }

    public void setDefaultApiVersion(String defaultApiVersion) {
        this.defaultApiVersion = defaultApiVersion;
    }

    public String getPathPrefix() {
        return pathPrefix;
    }

    public void setPathPrefix(String pathPrefix) {
        this.pathPrefix = pathPrefix;
    }
}
