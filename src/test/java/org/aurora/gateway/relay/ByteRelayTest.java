package org.aurora.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aurora.gateway.testing.NoLeaks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoLeaks.class)
class ByteRelayTest {
    private static final class Told implements ByteRelay.Source {
        private final List<String> words = new ArrayList<>();

        @Override
        public void pause() {
            words.add("pause");
        }

        @Override
        public void resume() {
            words.add("resume");
        }

        @Override
        public void abandon() {
            words.add("abandon");
        }
    }

    private final Told source = new Told();
    private final ByteRelay relay = new ByteRelay(source);

    private static ByteBuf piece(int bytes) {
        return Unpooled.wrappedBuffer(new byte[bytes]);
    }

    private static ByteBuf piece(String text) {
        return Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.UTF_8));
    }

    private ByteBuf polled() {
        ByteBuf piece = relay.poll();
        assertThat(piece).isNotNull();
        return Objects.requireNonNull(piece);
    }

    @Test
    void handsPiecesOverInOrder() {
        relay.offer(piece("a"));
        relay.offer(piece("b"));

        assertThat(polled().toString(StandardCharsets.UTF_8)).isEqualTo("a");
        assertThat(polled().toString(StandardCharsets.UTF_8)).isEqualTo("b");
        assertThat(relay.poll()).isNull();
    }

    @Test
    void isExhaustedOnlyOnceTheLastPieceIsTaken() {
        relay.offer(piece("a"));
        relay.end(Ending.CUT);

        assertThat(relay.ended()).isTrue();
        assertThat(relay.exhausted()).isEmpty();
        polled();
        assertThat(relay.exhausted()).contains(Ending.CUT);
    }

    @Test
    void pausesASourceThatIsFasterThanTheReader() {
        relay.offer(piece(ByteRelay.FULL_BYTES - ByteRelay.PIECE_BYTES));
        assertThat(source.words).isEmpty();

        relay.offer(piece(1));

        assertThat(source.words).containsExactly("pause");
        assertThat(relay.full()).isTrue();
    }

    @Test
    void pausesASourceOfManyTinyPieces() {
        for (int i = 0; i <= ByteRelay.FULL_BYTES / ByteRelay.PIECE_BYTES; i++) {
            relay.offer(piece(1));
        }

        assertThat(source.words).contains("pause");
    }

    @Test
    void pausesAgainWithEveryPieceThatIsTooMuch() {
        relay.offer(piece(ByteRelay.FULL_BYTES));
        relay.offer(piece(1));

        assertThat(source.words).containsExactly("pause", "pause");
    }

    @Test
    void resumesOnceWhenTheReaderHasCaughtUp() {
        relay.offer(piece(ByteRelay.FULL_BYTES));
        relay.offer(piece(1));
        relay.offer(piece(1));

        polled();
        polled();
        polled();

        assertThat(source.words).containsOnlyOnce("resume").endsWith("resume");
    }

    @Test
    void tellsNothingToASourceThatNeverFillsIt() {
        for (int i = 0; i < 1000; i++) {
            relay.offer(piece(1000));
            polled();
        }

        assertThat(source.words).isEmpty();
    }

    @Test
    void releasesWhatNobodyReads() {
        ByteBuf piece = piece("a");
        relay.offer(piece);

        relay.close();

        assertThat(piece.refCnt()).isZero();
        assertThat(source.words).containsExactly("abandon");
    }

    @Test
    void releasesWhatComesAfterTheClose() {
        relay.close();
        ByteBuf piece = piece("a");

        relay.offer(piece);

        assertThat(piece.refCnt()).isZero();
    }

    @Test
    void givesAllThatIsThereAtOnce() {
        ByteBuf first = piece("a");
        relay.offer(first);
        relay.offer(piece("bc"));

        assertThat(relay.drain()).isEqualTo("abc".getBytes(StandardCharsets.UTF_8));
        assertThat(first.refCnt()).isZero();
    }

    @Test
    void wakesItsReaderForEveryPieceAndForTheEnd() {
        int[] woken = {0};
        relay.readWith(() -> woken[0]++);

        relay.offer(piece("a"));
        relay.end(Ending.COMPLETE);

        assertThat(woken[0]).isEqualTo(2);
    }
}
