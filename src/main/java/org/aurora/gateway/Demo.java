package org.aurora.gateway;

import java.util.HashMap;
import java.util.Map;

/** The gateway with a provider that answers by itself, for people who have never seen it. */
final class Demo {
    private static final String PORT = "AURORA_PORT";

    private Demo() {}

    /**
     * The environment of a demo: {@code config/demo.yaml}, and of the real one the port alone. Keys of real providers
     * stay out, since a demo answers anybody.
     */
    static Map<String, String> environment(Map<String, String> real) {
        Map<String, String> environment = new HashMap<>();
        environment.put("AURORA_CONFIG_PATH", "config/demo.yaml");
        environment.put(PORT, real.getOrDefault(PORT, ""));
        return environment;
    }

    /** What it is, what to type, how to stop it and where to go on. */
    static String greeting(GatewayConfiguration configuration) {
        return """

                Aurora is an LLM gateway: apps ask for stable names, it sends each call to the provider behind the name.

                This demo's names "regular" and "smarter" lead to a built-in provider: no account, no key, no cost.
                Type into another terminal:

                # a streamed answer
                curl -N @/v1/chat/completions -H 'Content-Type: application/json' -d '{"model": "regular", "stream": true, "messages": [{"role": "user", "content": "Hello!"}]}'

                # the same at once, from the other name
                curl @/v1/chat/completions -H 'Content-Type: application/json' -d '{"model": "smarter", "messages": [{"role": "user", "content": "Hello!"}]}'

                # what can be asked for
                curl @/v1/models

                # a name that does not exist
                curl @/v1/chat/completions -H 'Content-Type: application/json' -d '{"model": "clever", "messages": []}'

                Press Ctrl-C to stop. Each call leaves one line below. Next: README.md, with your own provider.
                """.replace("@", Greeting.address(configuration));
    }
}
