package org.aurora.gateway.contract;

import org.aurora.gateway.testing.TestUpstream;

/** A provider whose answers name the model that it was asked for. */
final class EchoingUpstream {
    private EchoingUpstream() {}

    static TestUpstream start() {
        return TestUpstream.answering(exchange -> {
            String model = Answer.parse(exchange.bodyText()).path("model").toString();
            exchange.json(200, "{\"object\": \"chat.completion\", \"model\": " + model + ", \"choices\": []}");
        });
    }
}
