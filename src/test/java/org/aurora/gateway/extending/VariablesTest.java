package org.aurora.gateway.extending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.extending.Custom.chat;
import static org.aurora.gateway.extending.Custom.send;
import static org.aurora.gateway.extending.Custom.withKey;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.aurora.gateway.testing.UpstreamExchange;
import org.junit.jupiter.api.Test;

/** Variables are public API: what docs/extending.md says of them is what there is. */
class VariablesTest {
    private static final String HOOK = """
            - route:
                id: own
                from:
                  uri: direct:on-request-resolved
                  steps:
            """;

    @Test
    void listsEveryVariableInTheDocumentation() throws Exception {
        List<String> inJava = new ArrayList<>();
        for (Field field : Class.forName("org.aurora.gateway.route.Variables").getDeclaredFields()) {
            field.setAccessible(true);
            inJava.add((String) field.get(null));
        }

        assertThat(VariableRow.all()).extracting(VariableRow::name).containsExactlyInAnyOrderElementsOf(inJava);
    }

    @Test
    void haveTheTypesThatTheDocumentationNames() throws Exception {
        String route = HOOK + "        - process: { ref: \"#class:" + RecordingStep.class.getName() + "\" }\n";
        try (TestUpstream upstream = TestUpstream.answeringJson("{}");
                RunningGateway gateway = Custom.withRoute(RunningGateway.yamlFor(upstream), route)) {
            send(withKey(chat(gateway, "up/gpt-x")));
            Map<String, Object> found = RecordingStep.RECORDED.poll(10, TimeUnit.SECONDS);

            assertThat(found)
                    .containsKeys(
                            "operation",
                            "caller",
                            "request",
                            "snapshot",
                            "resolution",
                            "decision",
                            "attempt",
                            "target");
            for (VariableRow row : VariableRow.all()) {
                if (found.containsKey(row.name())) {
                    assertThat(found.get(row.name())).isInstanceOf(row.javaType());
                }
            }
        }
    }

    @Test
    void readsInSimpleWhatTheDocumentationSays() throws Exception {
        List<String> accessors = VariableRow.all().stream()
                .flatMap(row -> row.accessors().stream())
                .toList();
        StringBuilder route = new StringBuilder(HOOK);
        for (int number = 0; number < accessors.size(); number++) {
            route.append("        - setHeader: { name: upstream.x-own-%d, simple: \"%s\" }\n"
                    .formatted(number, accessors.get(number)));
        }
        try (TestUpstream upstream = TestUpstream.answeringJson("{}");
                RunningGateway gateway = Custom.withRoute(aliasFor(upstream), route.toString())) {
            send(withKey(chat(gateway, "regular")));
            UpstreamExchange request = upstream.takeRequest();
            Map<String, String> values = IntStream.range(0, accessors.size())
                    .boxed()
                    .collect(Collectors.toMap(accessors::get, number -> request.header("x-own-" + number)
                            .orElse("")));

            assertThat(values)
                    .containsAllEntriesOf(Map.of(
                            "${variable.operation}", "chat/completions",
                            "${variable.caller.name}", "master",
                            "${variable.request.fields.model}", "regular",
                            "${variable.request.fields.stream}", "false",
                            "${variable.decision.originalModel}", "regular",
                            "${variable.decision.aliasChain}", "[regular]",
                            "${variable.target.provider.name}", "up",
                            "${variable.target.provider.type}", "openai",
                            "${variable.target.requestModel}", "a/b",
                            "${variable.attempt.number}", "0"))
                    .containsEntry("${variable.kamelet}", "openai-provider")
                    .hasSize(11);
        }
    }

    private static String aliasFor(TestUpstream upstream) {
        return RunningGateway.yamlFor(upstream) + "aliases: { regular: \"up/a/b\" }\n";
    }
}
