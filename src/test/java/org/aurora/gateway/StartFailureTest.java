package org.aurora.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each mistake an operator or integrator can make before the start, and the sentence that it gets. */
class StartFailureTest {
    private static final String NOTHING = "";
    private static final String CUSTOM_ROUTE = "custom/routes/acme.camel.yaml";
    private static final String CUSTOM_KAMELET = "custom/kamelets/vllm-provider.kamelet.yaml";
    private static final String WITH_VLLM =
            "providers: { local: { type: vllm, base_url: \"http://localhost:1/v1\", models: [m] } }\n";

    @Test
    void namesTheProviderWhoseTypeHasNoKamelet() {
        assertThat(sentence(RunningGateway.with(
                        "providers: { x: { type: strange, base_url: \"http://localhost:1/v1\" } }\n")))
                .isEqualTo("provider x has the type \"strange\", but there is no strange-provider.kamelet.yaml"
                        + " in kamelets or custom/kamelets");
    }

    @Test
    void namesTheLineOfAWrongKeyInTheConfiguration() {
        assertThat(sentence(RunningGateway.with("providers:\n  x:\n    type: vllm\n    base_ulr: y\n")))
                .startsWith("config/aurora.yaml line 4, providers.x.base_ulr: unknown key 'base_ulr'");
    }

    @Test
    void namesBothPlacesOfARouteIdUsedTwice() {
        assertThat(sentence(RunningGateway.with(NOTHING).file(CUSTOM_ROUTE, route("health", "acme.body"))))
                .isEqualTo("the id \"health\" is used twice, in routes/ops.camel.yaml line 2 and " + CUSTOM_ROUTE
                        + " line 2; ids of routes and steps must differ in all files together");
    }

    @Test
    void namesBothPlacesOfAStepIdUsedTwice() {
        assertThat(sentence(RunningGateway.with(NOTHING).file(CUSTOM_ROUTE, route("acme", "health.report"))))
                .startsWith("the id \"health.report\" is used twice, in routes/ops.camel.yaml line 10 and "
                        + CUSTOM_ROUTE + " line 7;");
    }

    @Test
    void namesTheRouteWhosePathIsServedAlready() {
        String twice = route("acme", "acme.body") + route("other", "other.body");

        assertThat(sentence(RunningGateway.with(NOTHING).file(CUSTOM_ROUTE, twice)))
                .startsWith(CUSTOM_ROUTE + " line 10, route \"other\": another route already serves http://127.0.0.1:")
                .endsWith("/acme");
    }

    @Test
    void namesTheLineWhereARouteFileIsNotYaml() {
        assertThat(sentence(RunningGateway.with(NOTHING).file(CUSTOM_ROUTE, "- route:\n    id: a\n   from: x\n")))
                .startsWith(CUSTOM_ROUTE + " line 3, column 4: expected <block end>");
    }

    @Test
    void namesTheLineOfAnUnknownStep() {
        assertThat(sentence(RunningGateway.with(NOTHING)
                        .file(CUSTOM_ROUTE, route("acme", "acme.body").replace("setBody", "setBdoy"))))
                .isEqualTo(CUSTOM_ROUTE + " line 6, column 11: there is no step called setBdoy");
    }

    @Test
    void namesTheLineOfAnUnknownKeyOfAStep() {
        assertThat(sentence(RunningGateway.with(NOTHING)
                        .file(CUSTOM_ROUTE, route("acme", "acme.body").replace("constant:", "constnat:"))))
                .isEqualTo(CUSTOM_ROUTE + " line 8, column 23: unknown key constnat");
    }

    @Test
    void namesTheLineOfAKeyWrittenTwiceInARoute() {
        String twice = route("acme", "acme.body").replace("constant: hi", "constant: hi\n            constant: ho");

        assertThat(sentence(RunningGateway.with(NOTHING).file(CUSTOM_ROUTE, twice)))
                .isEqualTo(CUSTOM_ROUTE + " line 9: the key 'constant' is written twice in the same place");
    }

    @Test
    void refusesARouteFileThatIsNoList() {
        assertThat(sentence(RunningGateway.with(NOTHING).file(CUSTOM_ROUTE, "route: { id: acme }\n")))
                .isEqualTo(CUSTOM_ROUTE + ": must be a list whose items begin with \"- route:\"");
    }

    @Test
    void refusesARouteFileWithoutAnyRoute() {
        assertThat(sentence(RunningGateway.with(NOTHING).file(CUSTOM_ROUTE, "# to do\n")))
                .isEqualTo(CUSTOM_ROUTE + ": must be a list whose items begin with \"- route:\"");
    }

    @Test
    void namesTheRouteThatCallsForAProcessorNobodyBound() {
        String route = route("acme", "acme.step").replace("setBody", "process").replace("constant: hi", "ref: nobody");

        assertThat(sentence(RunningGateway.with(NOTHING).file(CUSTOM_ROUTE, route)))
                .isEqualTo(CUSTOM_ROUTE + " line 2, route \"acme\": nothing is bound under the name \"nobody\"");
    }

    @Test
    void namesTheRouteWithAnUnknownEndpointOptionAndHidesItsValue() {
        String route = route("acme", "acme.step")
                .replace("setBody", "to")
                .replace("constant: hi", "uri: direct:x?blokc=s3cret&password=s3cret");

        assertThat(sentence(RunningGateway.with(NOTHING).file(CUSTOM_ROUTE, route)))
                .isEqualTo(CUSTOM_ROUTE
                        + " line 2, route \"acme\": the endpoint direct:x has no option \"blokc\", \"password\"");
    }

    @Test
    void namesTheRouteWithAPlaceholderThatHasNoValue() {
        assertThat(sentence(RunningGateway.with(NOTHING)
                        .file(CUSTOM_ROUTE, route("acme", "acme.body").replace("hi", "\"{{acme.text}}\""))))
                .isEqualTo(CUSTOM_ROUTE + " line 2, route \"acme\": the placeholder {{acme.text}} has no value");
    }

    @Test
    void namesAnUnknownKeyOfCamelAsItIsWritten() {
        assertThat(sentence(RunningGateway.with(NOTHING).property("camel.main.straem-caching-enabled", "true")))
                .isEqualTo("config/application.properties: unknown key camel.main.straem-caching-enabled");
    }

    @Test
    void namesTheKeyOfCamelWhoseValueIsWrong() {
        assertThat(sentence(RunningGateway.with(NOTHING).property("camel.main.shutdown-timeout", "soon")))
                .isEqualTo("config/application.properties: the value of camel.main.shutdown-timeout is not valid");
    }

    @Test
    void namesAMisspeltGroupOfCamelsKeys() {
        assertThat(sentence(RunningGateway.with(NOTHING).property("camel.mian.name", "acme")))
                .startsWith("config/application.properties: unknown key camel.mian.name; Camel's keys begin with");
    }

    @Test
    void namesAnUnknownKeyOfTheGateway() {
        assertThat(sentence(RunningGateway.with(NOTHING).property("aurora.step.authentciate", "direct:x")))
                .startsWith("config/application.properties: unknown key aurora.step.authentciate;");
    }

    @Test
    void namesTheStepThatNoRouteTakes() {
        assertThat(sentence(RunningGateway.with(NOTHING).property("aurora.step.authenticate", "direct:nobody")))
                .isEqualTo("config/application.properties: aurora.step.authenticate is \"direct:nobody\", but no route"
                        + " begins there");
    }

    @Test
    void namesTheKeyOfAComponentThatDoesNotExist() {
        assertThat(sentence(RunningGateway.with(NOTHING).property("camel.component.kamlet.block", "false")))
                .isEqualTo("config/application.properties: camel.component.kamlet.block is for a component called"
                        + " kamlet, which does not exist");
    }

    @Test
    void namesThePortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertThat(sentence(RunningGateway.with(NOTHING).environment("AURORA_PORT", port)))
                    .isEqualTo("port " + port + " of 127.0.0.1 is taken by another program; stop that one, or choose"
                            + " another AURORA_PORT");
        }
    }

    @Test
    void namesAHostThatIsNotThisMachine() {
        assertThat(sentence(RunningGateway.with(NOTHING).environment("AURORA_HOST", "203.0.113.7")))
                .isEqualTo("AURORA_HOST is \"203.0.113.7\", which is no address of this machine");
    }

    @Test
    void namesTheDataFolderThatCannotBeWritten() {
        assertThat(sentence(RunningGateway.with(NOTHING)
                        .file("occupied", "a file, not a folder")
                        .environment("AURORA_DATA_DIR", "occupied")
                        .environment("AURORA_MASTER_KEY", "")))
                .startsWith("cannot keep a master key in /")
                .endsWith("/occupied/master.key; make that folder writable or set AURORA_MASTER_KEY");
    }

    @Test
    void namesTheFolderOfRecordedCallsThatAnotherGatewayHas(@TempDir Path data) {
        Map<String, String> shared = Map.of("AURORA_DATA_DIR", data.toString());
        try (RunningGateway first =
                RunningGateway.with(NOTHING).environment(shared).start()) {
            assertThat(sentence(RunningGateway.with(NOTHING).environment(shared)))
                    .isEqualTo(
                            data.resolve("usage") + " is in use by another gateway; give each its own AURORA_DATA_DIR");
            assertThat(first.openCalls()).isZero();
        }
        RunningGateway.with(NOTHING).environment(shared).start().close();
    }

    @Test
    void namesTheFolderOfRecordedCallsThatCannotBeMade(@TempDir Path data) throws IOException {
        Files.writeString(data.resolve("usage"), "a file, not a folder");

        assertThat(sentence(RunningGateway.with(NOTHING).environment("AURORA_DATA_DIR", data.toString())))
                .isEqualTo("cannot keep recorded calls in " + data.resolve("usage")
                        + "; make it writable, set AURORA_DATA_DIR, or set USAGE_ENABLED to false");
        RunningGateway.with(NOTHING)
                .environment("AURORA_DATA_DIR", data.toString())
                .environment("USAGE_ENABLED", "false")
                .start()
                .close();
    }

    @Test
    void namesTheMasterKeyThatIsTooShortAndHidesIt() {
        assertThat(sentence(RunningGateway.with(NOTHING).environment("AURORA_MASTER_KEY", "hunter2")))
                .isEqualTo("environment variable AURORA_MASTER_KEY: the key must have at least 12 characters");
    }

    @Test
    void namesTheFolderThatHasNoRoutes() {
        assertThat(sentence(RunningGateway.with(NOTHING).without("routes")))
                .startsWith("there are no .camel.yaml files in /")
                .endsWith("/routes, where the gateway's routes are");
    }

    @Test
    void namesTheMissingApplicationProperties() {
        assertThat(sentence(RunningGateway.with(NOTHING).without("config/application.properties")))
                .startsWith("cannot read /")
                .endsWith("/config/application.properties, without which the gateway does not start");
    }

    @Test
    void namesTheLineOfAParameterWrittenTwiceInAKamelet() {
        assertThat(sentence(RunningGateway.with(WITH_VLLM)
                        .file(CUSTOM_KAMELET, kamelet("vllm-provider", "keyHeader: a\n              keyHeader: b"))))
                .isEqualTo(CUSTOM_KAMELET + " line 14: the key 'keyHeader' is written twice in the same place");
    }

    @Test
    void namesTheKameletWithAnUnknownEndpointOption() {
        assertThat(sentence(
                        RunningGateway.with(WITH_VLLM).file(CUSTOM_KAMELET, kamelet("vllm-provider", "kyeHeader: a"))))
                .startsWith(CUSTOM_KAMELET + ": ")
                .endsWith("has no option \"kyeHeader\"");
    }

    @Test
    void namesTheKameletWhoseNameIsNotItsFiles() {
        assertThat(sentence(
                        RunningGateway.with(WITH_VLLM).file(CUSTOM_KAMELET, kamelet("vlm-provider", "keyHeader: a"))))
                .isEqualTo(CUSTOM_KAMELET + ": metadata.name must be vllm-provider");
    }

    @Test
    void leavesNoThreadThatWouldKeepTheProcessAlive() {
        Set<Thread> before = threadsThatKeepTheProcessAlive();

        sentence(RunningGateway.with(NOTHING).file(CUSTOM_ROUTE, route("health", "acme.body")));

        await().pollInSameThread().untilAsserted(() -> assertThat(threadsThatKeepTheProcessAlive())
                .isSubsetOf(before));
    }

    private static Set<Thread> threadsThatKeepTheProcessAlive() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon() && thread.isAlive())
                .collect(Collectors.toSet());
    }

    private static String sentence(RunningGateway.Setup setup) {
        StartFailure failure =
                catchThrowableOfType(StartFailure.class, () -> setup.start().close());
        assertThat(failure).as("the gateway started").isNotNull();
        String sentence = String.valueOf(failure.getMessage());
        assertThat(sentence).doesNotContain("\n", "hunter2", "s3cret", "Exception", "org.apache", "io.netty", "java.");
        return sentence;
    }

    private static String route(String routeId, String stepId) {
        return """
                - route:
                    id: %s
                    from:
                      uri: netty-http:http://{{aurora.host}}:{{aurora.port}}/acme
                      steps:
                        - setBody:
                            id: %s
                            constant: hi
                """.formatted(routeId, stepId);
    }

    private static String kamelet(String name, String parameters) {
        return """
                apiVersion: camel.apache.org/v1
                kind: Kamelet
                metadata: { name: %s, labels: { camel.apache.org/kamelet.type: sink } }
                spec:
                  definition: { title: Acme, type: object }
                  template:
                    from:
                      uri: kamelet:source
                      steps:
                        - to:
                            uri: upstream:relay
                            parameters:
                              %s
                """.formatted(name, parameters);
    }
}
