package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both an alias and a rule are called {@code declared}, and come from the configuration file. */
@OnBothDatabases
class ManagedByConfigTest extends AdminContract {
    private static final String DECLARED = """
            aliases:
              declared: { target: "openai-primary/my-model", description: "from the file" }
            model_overrides:
              declared: { enabled: true, user_paths: ["/team/alpha"] }
            """;

    ManagedByConfigTest(DatabaseKind kind) {
        super(kind, DECLARED);
    }

    @ParameterizedTest
    @EnumSource
    void isSaidOfWhatTheFileDeclares(Resource resource) {
        Answer answer = admin.get(resource.path("declared")).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("managed").asText()).isEqualTo("config");
        assertThat(answer.json().path("version").isNull()).isTrue();
        assertThat(answer.header("etag")).isEmpty();
        assertThat(admin.get(resource.path()).send().items()).contains(answer.json());
    }

    @ParameterizedTest
    @EnumSource
    void keepsWritesOff(Resource resource) {
        String path = resource.path("declared");
        JsonNode before = admin.get(path).send().json();

        for (AdminCall write : new AdminCall[] {
            admin.put(path, resource.otherBody()),
            admin.put(path, resource.otherBody()).ifAbsent(),
            admin.put(path, resource.otherBody()).ifMatch("*"),
            admin.put(path, resource.otherBody()).ifMatch("\"1\""),
            admin.put(path, before.toString()),
            admin.delete(path),
            admin.delete(path).ifMatch("*")
        }) {
            Answer answer = write.send();

            assertThat(answer.status()).as("%s", answer).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("managed_by_config");
        }
        assertThat(admin.get(path).send().json()).isEqualTo(before);
        assertThat(Journal.of(admin).of("declared")).isEmpty();
    }

    @Test
    void keepsImportsOff() {
        for (String mode : new String[] {"dry_run", "merge", "replace"}) {
            Answer answer = admin.post("/import?mode=" + mode)
                    .yaml("aliases:\n  mine: gpt-x\n  declared: gpt-x\n")
                    .send();

            assertThat(answer.code()).isEqualTo("managed_by_config");
        }
        assertThat(admin.get("/aliases/mine").send().status()).isEqualTo(404);
    }

    @Test
    void isLeftOutOfExports() {
        assertThat(admin.get("/export").send().text()).doesNotContain("declared");
    }

    @Test
    void survivesAReplace() {
        admin.post("/import?mode=replace").yaml("aliases: {}\n").send();

        assertThat(chat.reaches("declared")).isEqualTo("my-model");
    }

    @ParameterizedTest
    @EnumSource
    void isShownInThePastToo(Resource resource) {
        assertThat(admin.get(resource.path("declared") + "?at=0").send().status())
                .isEqualTo(200);
    }

    @Test
    void isCheckedTogetherWithWhatIsStored() {
        Answer answer = admin.put("/aliases/openai-primary%2Fmy-model", "{\"target\": \"declared\"}")
                .send();

        assertThat(answer.code()).isEqualTo("cycle");
    }
}
