package org.aurora.gateway.contract;

/** What can be written by name; one contract holds for all of them. */
enum Resource {
    ALIASES("/aliases", "{\"target\": \"openai-primary/my-model\"}", "{\"target\": \"second/other\"}"),
    MODEL_OVERRIDES("/model-overrides", "{\"user_paths\": [\"/team/alpha\"]}", "{\"enabled\": false}");

    private final String path;
    private final String body;
    private final String otherBody;

    Resource(String path, String body, String otherBody) {
        this.path = path;
        this.body = body;
        this.otherBody = otherBody;
    }

    /** The path of all of them. */
    String path() {
        return path;
    }

    /** The path of one of them. */
    String path(String name) {
        return path + "/" + AdminClient.segment(name);
    }

    /** A body that can be written. */
    String body() {
        return body;
    }

    /** A body that can be written and says something else. */
    String otherBody() {
        return otherBody;
    }
}
