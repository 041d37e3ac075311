package org.aurora.gateway.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {
    private static final String ID = "0Aa1Bb2Cc3Dd";
    private static final String SECRET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg";

    @Test
    void hasAnIdOfTwelveAndASecretOfFortyThreeCharacters() {
        KeyText text = KeyText.generate(new SecureRandom());

        assertThat(text.text().reveal()).matches("sk_aurora_" + text.id() + "_[0-9A-Za-z]{43}");
        assertThat(text.id()).matches("[0-9A-Za-z]{12}");
        assertThat(KeyText.idIn(text.text().reveal())).contains(text.id());
    }

    @Test
    void keepsTheIdWhereOnlyTheSecretIsNew() {
        KeyText one = KeyText.generate(ID, new SecureRandom());
        KeyText other = KeyText.generate(ID, new SecureRandom());

        assertThat(one.text().reveal()).startsWith("sk_aurora_" + ID + "_");
        assertThat(one.text()).isNotEqualTo(other.text());
    }

    /** Of 62 equally likely characters each comes 10,000 times, give or take 6 %: six standard deviations. */
    @Test
    void drawsEveryCharacterEquallyOften() {
        Random random = new Random(1);
        int[] counts = new int[128];
        Stream.generate(() -> KeyText.generate(ID, random).text().reveal().substring(23))
                .limit(62 * 10_000 / 43)
                .flatMapToInt(String::chars)
                .forEach(character -> counts[character]++);

        assertThat(IntStream.of(counts).filter(count -> count > 0).boxed())
                .hasSize(62)
                .allMatch(count -> Math.abs(count - 10_000) < 600);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sk_aurora_" + ID,
                "sk_aurora_" + ID + "_",
                "sk_aurora_" + ID + "_" + SECRET + "x",
                "sk_aurora_" + ID + "-" + SECRET,
                "SK_aurora_" + ID + "_" + SECRET,
                " sk_aurora_" + ID + "_" + SECRET,
                "sk_aurora_0Aa1Bb2Cc3D__" + SECRET,
                "sk_aurora_0Aa1Bb2Cc3D/_" + SECRET,
                "sk_aurora_0Aa1Bb2Cc3Dé_" + SECRET,
                "sk_aurora_" + ID + "_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef="
            })
    void seesNoIdInAnythingElse(String credential) {
        assertThat(KeyText.idIn(credential)).isEmpty();
    }

    @Test
    void printsNeitherSecretNorHash() {
        KeyText text = KeyText.generate(new SecureRandom());

        assertThat(text.toString() + text.hash())
                .doesNotContain(text.text().reveal().substring(23), text.hash().hex());
    }

    @Test
    void readsItsHashBack() {
        KeyHash hash = KeyHash.of("sk_aurora_" + ID + "_" + SECRET);

        assertThat(KeyHash.parse(hash.hex())).contains(hash);
        assertThat(KeyHash.parse(hash.hex().substring(1))).isEmpty();
        assertThat(KeyHash.parse(hash.hex().replace(hash.hex().charAt(0), 'x'))).isEmpty();
    }
}
