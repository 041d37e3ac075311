package org.aurora.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.ScriptedProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which model an answer names: the setting says, unless the alias that was called does. */
class ResponseModelTest {
    private static final ScriptedProvider PROVIDER = ScriptedProvider.start();
    private static final String YAML = RunningGateway.yamlFor(PROVIDER.upstream()) + """
            aliases:
              plain: up/gpt-x
              asked: { target: up/gpt-x, response_model: requested }
              told: { target: up/gpt-x, response_model: upstream }
              plain-asked: asked
              asked-told: { target: told, response_model: requested }
            """;
    private static final RunningGateway UPSTREAM = RunningGateway.with(YAML).start();
    private static final RunningGateway REQUESTED =
            RunningGateway.with(YAML).environment("RESPONSE_MODEL", "requested").start();

    @AfterAll
    static void close() {
        UPSTREAM.close();
        REQUESTED.close();
        PROVIDER.close();
    }

    @ParameterizedTest
    @CsvSource({
        "up/gpt-x,   gpt-x-0801",
        "gpt-x,      gpt-x-0801",
        "plain,      gpt-x-0801",
        "told,       gpt-x-0801",
        "asked,      asked",
        "asked-told, asked-told",
        "plain-asked, gpt-x-0801" // the alias that was called counts
    })
    void isTheProvidersUnlessTheAliasSaysOtherwise(String name, String model) throws Exception {
        assertThat(modelOf(UPSTREAM, name)).isEqualTo(model);
    }

    @ParameterizedTest
    @CsvSource({
        "up/gpt-x,   up/gpt-x",
        "gpt-x,      gpt-x",
        "plain,      plain",
        "told,       gpt-x-0801",
        "asked,      asked",
        "asked-told, asked-told",
        "plain-asked, plain-asked"
    })
    void isTheRequestedOneWhereTheSettingSaysSoUnlessTheAliasSaysOtherwise(String name, String model) throws Exception {
        assertThat(modelOf(REQUESTED, name)).isEqualTo(model);
    }

    private static String modelOf(RunningGateway gateway, String name) throws Exception {
        PROVIDER.answersJson("{\"id\":\"1\",\"model\":\"gpt-x-0801\",\"choices\":[]}");
        HttpResponse<String> answer = PlainClient.of(gateway).chat(name);
        String before = "{\"id\":\"1\",\"model\":\"";
        String after = "\",\"choices\":[]}";
        assertThat(answer.body()).startsWith(before).endsWith(after);
        return answer.body().substring(before.length(), answer.body().length() - after.length());
    }
}
