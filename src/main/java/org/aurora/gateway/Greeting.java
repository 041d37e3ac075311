package org.aurora.gateway;

/** What is printed once the gateway serves. */
final class Greeting {
    private Greeting() {}

    static void print(GatewayConfiguration configuration) {
        System.out.println("Aurora listens on http://"
                + configuration.configured().settings().host() + ":"
                + configuration.configured().settings().port());
    }
}
