package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@OnBothDatabases
class PreconditionsTest extends AdminContract {
    PreconditionsTest(DatabaseKind kind) {
        super(kind);
    }

    @ParameterizedTest
    @EnumSource
    void letAWriteOfTheCurrentVersionThrough(Resource resource) {
        String path = stored(resource);

        Answer answer = admin.put(path, resource.otherBody()).ifMatch("\"1\"").send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.etag()).isEqualTo("\"2\"");
    }

    @ParameterizedTest
    @EnumSource
    void holdAWriteOfAnOlderVersionBackAndShowTheCurrentOne(Resource resource) {
        String path = stored(resource);
        Answer current = admin.put(path, resource.otherBody()).send();

        Answer answer = admin.put(path, resource.body()).ifMatch("\"1\"").send();

        assertConflict(answer, current);
        assertThat(admin.get(path).send().json()).isEqualTo(current.json());
    }

    @ParameterizedTest
    @EnumSource
    void holdAWriteOfAVersionThatNeverWasBack(Resource resource) {
        String path = stored(resource);

        for (String tag : new String[] {"\"0\"", "\"2\"", "\"\"", "\"one\"", "\"99999999999\"", "\"01\"", "\"+1\""}) {
            assertThat(admin.put(path, resource.otherBody()).ifMatch(tag).send().status())
                    .as(tag)
                    .isEqualTo(412);
        }
        assertThat(admin.get(path).send().etag()).isEqualTo("\"1\"");
    }

    @ParameterizedTest
    @EnumSource
    void holdAWriteOfSomethingThatIsNotThereBack(Resource resource) {
        String path = resource.path(freshName("absent"));

        for (String tag : new String[] {"\"1\"", "*"}) {
            Answer answer = admin.put(path, resource.body()).ifMatch(tag).send();

            assertThat(answer.status()).isEqualTo(412);
            assertThat(answer.header("etag")).isEmpty();
            assertThat(answer.json().path("current").isNull()).isTrue();
        }
        assertThat(admin.get(path).send().status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void letAWriteOfWhateverIsThereThrough(Resource resource) {
        String path = stored(resource);

        assertThat(admin.put(path, resource.otherBody()).ifMatch("*").send().status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void letAWriteOfOneOfSeveralVersionsThrough(Resource resource) {
        String path = stored(resource);

        assertThat(admin.put(path, resource.otherBody())
                        .ifMatch("\"7\", \"1\"")
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void letACreationThroughWhereNothingIs(Resource resource) {
        String path = resource.path(freshName("created"));

        assertThat(admin.put(path, resource.body()).ifAbsent().send().status()).isEqualTo(201);
    }

    @ParameterizedTest
    @EnumSource
    void holdACreationBackWhereSomethingIs(Resource resource) {
        String path = stored(resource);
        Answer current = admin.get(path).send();

        Answer answer = admin.put(path, resource.otherBody()).ifAbsent().send();

        assertConflict(answer, current);
    }

    @ParameterizedTest
    @EnumSource
    void treatWhatWasDeletedAsAbsent(Resource resource) {
        String path = stored(resource);
        admin.delete(path).send();

        assertThat(admin.put(path, resource.body()).ifMatch("\"1\"").send().status())
                .isEqualTo(412);
        assertThat(admin.put(path, resource.body()).ifMatch("\"2\"").send().status())
                .isEqualTo(412);
        Answer again = admin.put(path, resource.body()).ifAbsent().send();

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.etag()).isEqualTo("\"3\"");
    }

    @ParameterizedTest
    @EnumSource
    void guardDeletesToo(Resource resource) {
        String path = stored(resource);
        Answer current = admin.put(path, resource.otherBody()).send();

        assertConflict(admin.delete(path).ifMatch("\"1\"").send(), current);
        assertThat(admin.delete(path).ifMatch("\"2\"").send().status()).isEqualTo(204);
        assertThat(admin.get(path).send().status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void takeAStarForDeletes(Resource resource) {
        String path = stored(resource);

        assertThat(admin.delete(path).ifMatch("*").send().status()).isEqualTo(204);
        assertThat(admin.delete(path).ifMatch("*").send().status()).isIn(404, 412);
    }

    @ParameterizedTest
    @EnumSource
    void areRefusedWhereTheyAreMalformed(Resource resource) {
        String path = stored(resource);

        for (String tag : new String[] {"1", "\"1", "\"1\" \"2\"", "\"1\", *", "nonsense"}) {
            assertThat(admin.put(path, resource.otherBody()).ifMatch(tag).send().status())
                    .as(tag)
                    .isEqualTo(400);
        }
        assertThat(admin.put(path, resource.otherBody())
                        .header("If-None-Match", "\"1\"")
                        .send()
                        .status())
                .isEqualTo(400);
        assertThat(admin.put(path, resource.otherBody())
                        .ifAbsent()
                        .ifMatch("\"1\"")
                        .send()
                        .status())
                .isEqualTo(400);
        assertThat(admin.get(path).send().etag()).isEqualTo("\"1\"");
    }

    @ParameterizedTest
    @EnumSource
    void neverMatchByAWeakTag(Resource resource) {
        String path = stored(resource);

        assertThat(admin.put(path, resource.otherBody())
                        .ifMatch("W/\"1\"")
                        .send()
                        .status())
                .isIn(400, 412);
        assertThat(admin.get(path).send().etag()).isEqualTo("\"1\"");
    }

    private String stored(Resource resource) {
        String path = resource.path(freshName("stored"));
        admin.put(path, resource.body()).send();
        return path;
    }

    private static void assertConflict(Answer answer, Answer current) {
        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.code()).isEqualTo("precondition_failed");
        assertThat(answer.etag()).isEqualTo(current.etag());
        assertThat(answer.json().path("current")).isEqualTo(current.json());
    }

    @ParameterizedTest
    @EnumSource
    void sendNothingToWhoHasTheVersion(Resource resource) {
        String path = resource.path(freshName("read"));
        admin.put(path, resource.body()).send();

        Answer same = admin.get(path).header("If-None-Match", "\"7\", W/\"1\"").send();
        Answer other = admin.get(path).header("If-None-Match", "\"2\"").send();

        assertThat(same.status()).isEqualTo(304);
        assertThat(same.etag()).isEqualTo("\"1\"");
        assertThat(same.text()).isEmpty();
        assertThat(other.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void compareStronglyAndTakeListsWithHoles(Resource resource) {
        String path = resource.path(freshName("strong"));
        admin.put(path, resource.body()).send();

        assertThat(admin.put(path, resource.otherBody())
                        .ifMatch("W/\"1\"")
                        .send()
                        .status())
                .isEqualTo(412);
        assertThat(admin.put(path, resource.otherBody())
                        .ifMatch("\"9\", , \"1\"")
                        .send()
                        .status())
                .isEqualTo(200);
    }
}
