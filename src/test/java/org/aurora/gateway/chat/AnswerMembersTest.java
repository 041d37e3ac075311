package org.aurora.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.Random;
import org.aurora.gateway.testing.RandomJson;
import org.aurora.gateway.testing.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerMembersTest {
    private static AnswerMembers scanned(String json) {
        AnswerMembers members = new AnswerMembers();
        for (byte next : Bytes.of(json)) {
            members.push(next);
        }
        return members;
    }

    private static Optional<String> value(String json, AnswerField field) {
        return scanned(json).value(field).map(Bytes::text);
    }

    private static Optional<String> usage(String json) {
        return value(json, AnswerField.USAGE);
    }

    @Test
    void findsWhatStandsAtTheTop() {
        String json = " { \"id\" : [ {\"usage\":0} ] , \"usage\" : { \"a\" : 1 , \"b\" : [ {} ] } , \"model\":\"m\" } ";

        assertThat(usage(json)).contains("{\"a\":1,\"b\":[{}]}");
        assertThat(value(json, AnswerField.MODEL)).contains("\"m\"");
        assertThat(scanned(json).complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"response", "message"})
    void findsWhatAnEventCarriesInsideIt(String carrier) {
        String json = "{\"type\":\"t\",\"" + carrier + "\":{\"output\":[{\"usage\":1}],\"usage\":{\"a\":2},"
                + "\"model\":\"m\"},\"x\":{\"usage\":3}}";

        assertThat(usage(json)).contains("{\"a\":2}");
        assertThat(value(json, AnswerField.MODEL)).contains("\"m\"");
        assertThat(value(json, AnswerField.TYPE)).contains("\"t\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"choices\":[{\"message\":{\"usage\":{}}}]}",
                "{\"x\":{\"usage\":{}}}",
                "{\"response\":[{\"usage\":{}}]}",
                "{\"response\":{\"x\":{\"usage\":{}}}}",
                "{\"x\":\"\\\"usage\\\":{}\"}",
                "{\"x\":\"a\\\\\",\"y\":\"\\\\\\\"usage\\\":{}\"}",
                "[{\"usage\":{}}]",
                "\"usage\"",
                "{\"Usage\":{}}",
                "{\"usage \":{}}",
                "{}"
            })
    void takesNothingElseForIt(String json) {
        assertThat(usage(json)).isEmpty();
    }

    @Test
    void takesTheLaterOfTwo() {
        assertThat(usage("{\"usage\":{\"a\":1},\"usage\":{\"a\":2}}")).contains("{\"a\":2}");
        assertThat(usage("{\"usage\":{\"a\":1},\"usage\":null}")).contains("null");
        assertThat(usage("{\"usage\":{\"a\":1},\"usage\":[]}")).contains("[]");
    }

    @Test
    void readsANameThatIsWrittenInEscapes() {
        assertThat(usage("{\"\\u0075\\u0073\\u0061\\u0067\\u0065\":7}")).contains("7");
    }

    @Test
    void passesOverWhatIsLongerThanAnyUsage() {
        String json = "{\"usage\":{\"x\":\"" + "x".repeat(AnswerMembers.MAX_VALUE_BYTES) + "\"},\"model\":\"m\"}";

        assertThat(usage(json)).isEmpty();
        assertThat(value(json, AnswerField.MODEL)).contains("\"m\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"usage\":{}", "{}x", "{}{}", "[]", "x", "{\"a\":\"", "[DONE]"})
    void isNotCompleteWithoutExactlyOneObject(String text) {
        assertThat(scanned(text).complete()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0 []", "1 [[]]", "1 [ {\"a\":[1,2]} ]", "3 [1 , \"a,b\" , [ , ] ]", "2 [null,{}]", "-1 {}"})
    void countsTheElementsOfAnArray(String counted) {
        String[] parts = counted.split(" ", 2);

        assertThat(scanned("{\"a\":[9,9],\"data\":" + parts[1] + ",\"b\":[9]}").length(AnswerField.DATA))
                .isEqualTo(Integer.parseInt(parts[0]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{]}}]",
                "{\"choices\":[}}]]",
                "{\"usage\":]},,::{}",
                "{\"\\u\":1,\"\\",
                "}{][",
                "{,:,:[]}",
                "{:[:}"
            })
    void survivesWhatIsNoJson(String text) {
        scanned(text + "\"usage\":{}}]}");
    }

    @Test
    void survivesAnyBytes() {
        Random random = new Random(Seed.next("AnswerMembersTest"));
        String alphabet = "{}[]\":,\\ u0usagechoidtrespnm\n";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder("{");
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(
                        random.nextInt(8) == 0
                                ? "\"usage\":"
                                : String.valueOf(alphabet.charAt(random.nextInt(alphabet.length()))));
            }
            scanned(text.toString());
        }
    }

    private static String random(Random random, int depth) {
        return new RandomJson(random).value(depth).text();
    }

    @Test
    void findsTheSameAsAParserOfTrees() throws Exception {
        Random random = new Random(Seed.next("AnswerMembersTest"));
        ObjectMapper trees = new ObjectMapper();
        for (int round = 0; round < 500; round++) {
            String usage = random(random, 3);
            String json = "{\"a\":" + random(random, 4) + ",\"usage\":" + usage + ",\"data\":[" + random(random, 2)
                    + "," + random(random, 2) + "]}";
            AnswerMembers members = scanned(json);

            assertThat(members.complete()).as(json).isTrue();
            assertThat(members.length(AnswerField.DATA)).as(json).isEqualTo(2);
            JsonNode expected = trees.readTree(usage);
            assertThat(trees.readTree(members.value(AnswerField.USAGE).orElseThrow()))
                    .isEqualTo(expected);
        }
    }
}
