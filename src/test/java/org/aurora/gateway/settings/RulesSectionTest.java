package org.aurora.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.access.Rules.closed;
import static org.aurora.gateway.access.Rules.only;
import static org.aurora.gateway.access.Rules.open;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesSectionTest {
    private final Path directory;

    RulesSectionTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void readsRulesInTheOrderWritten() {
        Configuration configuration = Configured.in(directory).file("""
                        model_overrides:
                          "local/": { enabled: true, user_paths: ["/team/alpha"] }
                          "/": { enabled: no }
                          Some Name: {}
                        """).read();

        assertThat(configuration.rules())
                .containsExactly(only("local/", "/team/alpha"), closed("/"), open("Some Name"));
    }

    @Test
    void readsPathsAsPeopleWriteThem() {
        assertThat(Configured.in(directory)
                        .file("model_overrides: { m: { user_paths: [team//alpha/, /] } }")
                        .read()
                        .rules())
                .containsExactly(only("m", "/team/alpha", "/"));
    }

    @Test
    void putsVariablesIntoPaths() {
        assertThat(Configured.in(directory)
                        .file("model_overrides: { m: { user_paths: [\"/${TEAM}\"] } }")
                        .variables(Map.of("TEAM", "alpha"))
                        .read()
                        .rules())
                .containsExactly(only("m", "/alpha"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "m: { user_paths: [] }             | model_overrides.m.user_paths: the list is empty",
                "m: { user_paths: [/a, /a/../b] }  | model_overrides.m.user_paths[1]: the user path '/a/../b' has a segment '..'",
                "m: { user_paths: ['/a:b'] }       | model_overrides.m.user_paths[0]: the user path '/a:b' has a segment with a colon",
                "m: { user_paths: ['${NO:-}'] }    | model_overrides.m.user_paths[0]: the user path '${NO:-}' is empty",
                "m: { user_paths: /a }             | model_overrides.m.user_paths: must be a list",
                "m: { enabled: maybe }             | model_overrides.m.enabled: 'maybe' is not true or false",
                "m: { enable: true }               | unknown key 'enable'; allowed are enabled, user_paths",
                "m: false                          | model_overrides.m: must be a mapping",
                "'': {}                            | the rule's text '' is empty",
                "'..': {}                          | the rule's text '..' is only a dot or two, which browsers take out of a URL",
                "\"a\\tb\": {}                     | has a control character"
            })
    void stopsAtAMistakeNamingItsPlace(String rule, String sentence) {
        assertThat(Configured.in(directory).file("model_overrides:\n  " + rule).refusal())
                .startsWith("config/aurora.yaml line 2")
                .contains(sentence);
    }
}
