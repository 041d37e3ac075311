package org.aurora.gateway.upstream;

import java.net.URI;
import java.util.Optional;
import org.apache.camel.Category;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;
import org.aurora.gateway.provider.Provider;

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

    @UriParam(
            enums = "include",
            description = "include: a stream says what was used if stream_options.include_usage asks for it, so the"
                    + " gateway may ask; empty: it says so anyway, or refuses to be asked")
    private String streamUsage = "";

    @UriParam(description = "API version from which on streamUsage holds; empty for any")
    private String streamUsageSince = "";

    @UriParam(
            defaultValue = "models",
            description =
                    "Where the models are listed: below the base URL, or from the host's root with a leading slash")
    private String listPath = "models";

    @UriParam(
            description = "Segment of the base URL's path from which on it does not count for listing; empty for none")
    private String listAbove = "";

    @UriParam(description = "Query of the request for a list, without the question mark; empty for none")
    private String listQuery = "";

    @UriParam(defaultValue = "after", description = "Query parameter that asks for the next page of a list")
    private String listCursor = "after";

    @UriParam(description = "Header that carries the bare key when listing; empty for the same as in other requests")
    private String listKeyHeader = "";

    @UriParam(description = "A header of the request for a list, as name: value; empty for none")
    private String listHeader = "";

    @UriParam(description = "What is cut off the beginning of each id listed; empty for nothing")
    private String listIdPrefix = "";

    UpstreamEndpoint(String uri, Component component) {
        super(uri, component);
    }

    /** Where a provider is. */
    static URI baseUrl(Provider provider) {
        return provider.baseUrl()
                .orElseThrow(() -> new IllegalStateException("provider " + provider.name() + " has no base URL"));
    }

    /** Whether that provider can be asked to say in a stream what was used. */
    boolean saysUsageIfAsked(Provider provider) {
        // API versions are dates: as texts they sort by time.
        return streamUsage.equals("include")
                && provider.apiVersion().orElse(defaultApiVersion).compareTo(streamUsageSince) >= 0;
    }

    /** The query parameter with the provider's API version; empty where its type wants none. */
    Optional<String> apiVersion(Provider provider) {
        String version = provider.apiVersion().orElse(defaultApiVersion);
        return apiVersionParameter.isEmpty() || version.isEmpty()
                ? Optional.empty()
                : Optional.of(apiVersionParameter + "=" + version);
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

    public String getStreamUsage() {
        return streamUsage;
    }

    public void setStreamUsage(String streamUsage) {
        this.streamUsage = streamUsage;
    }

    public String getStreamUsageSince() {
        return streamUsageSince;
    }

    public void setStreamUsageSince(String streamUsageSince) {
        this.streamUsageSince = streamUsageSince;
    }

    public String getListPath() {
        return listPath;
    }

    public void setListPath(String listPath) {
        this.listPath = listPath;
    }

    public String getListAbove() {
        return listAbove;
    }

    public void setListAbove(String listAbove) {
        this.listAbove = listAbove;
    }

    public String getListQuery() {
        return listQuery;
    }

    public void setListQuery(String listQuery) {
        this.listQuery = listQuery;
    }

    public String getListCursor() {
        return listCursor;
    }

    public void setListCursor(String listCursor) {
        this.listCursor = listCursor;
    }

    public String getListKeyHeader() {
        return listKeyHeader;
    }

    public void setListKeyHeader(String listKeyHeader) {
        this.listKeyHeader = listKeyHeader;
    }

    public String getListHeader() {
        return listHeader;
    }

    public void setListHeader(String listHeader) {
        this.listHeader = listHeader;
    }

    public String getListIdPrefix() {
        return listIdPrefix;
    }

    public void setListIdPrefix(String listIdPrefix) {
        this.listIdPrefix = listIdPrefix;
    }
}
