package org.aurora.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.aurora.gateway.testing.RandomJson;
import org.aurora.gateway.testing.Seed;
import org.junit.jupiter.api.Test;

/** The grammar is held against Jackson's parser and the JDK's decoder, which are known to be right. */
class JsonCursorTest {
    private static final int TEXTS = 60_000;
    private static final byte[] TELLING = Bytes.of("{}[]\",:\\u0123456789abcdefABCDEFtrlsn+-.eE \t\r\n\u0000é😀");

    private final JsonFactory jackson = JsonFactory.builder()
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(5).build())
            .build();

    @Test
    void acceptsWhatJacksonAccepts() {
        long seed = Seed.next("JsonCursorTest");
        Random random = new Random(seed);
        int accepted = 0;
        for (int i = 0; i < TEXTS; i++) {
            byte[] text = damaged(
                    Bytes.of(new RandomJson(random).blanks().value(6).blanks().text()), random);

            boolean accepts = accepts(text);

            assertThat(accepts)
                    .as("text %d of seed %d: %s", i, seed, Bytes.text(text))
                    .isEqualTo(isUtf8(text) && jacksonAccepts(text));
            accepted += accepts ? 1 : 0;
        }
        assertThat(accepted).as("texts of both kinds").isBetween(TEXTS / 20, TEXTS * 19 / 20);
    }

    private static byte[] damaged(byte[] text, Random random) {
        byte[] damaged = text.clone();
        for (int count = random.nextInt(3); count > 0 && damaged.length > 0; count--) {
            int at = random.nextInt(damaged.length);
            byte other = random.nextInt(8) == 0 ? (byte) random.nextInt() : TELLING[random.nextInt(TELLING.length)];
            switch (random.nextInt(3)) {
                case 0 -> damaged[at] = other;
                case 1 -> damaged = Arrays.copyOf(damaged, at);
                default -> {
                    byte[] longer = Arrays.copyOf(damaged, damaged.length + 1);
                    System.arraycopy(damaged, at, longer, at + 1, damaged.length - at);
                    longer[at] = other;
                    damaged = longer;
                }
            }
        }
        return damaged;
    }

    private static boolean accepts(byte[] text) {
        try {
            JsonCursor cursor = new JsonCursor(text, new ByteRange(0, text.length), 5);
            cursor.skip();
            cursor.expectEnd();
            return true;
        } catch (MalformedJson e) {
            return false;
        }
    }

    private boolean jacksonAccepts(byte[] text) {
        try (JsonParser parser = jackson.createParser(text)) {
            boolean something = parser.nextToken() != null;
            parser.skipChildren();
            parser.finishToken();
            return something && parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isUtf8(byte[] text) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
