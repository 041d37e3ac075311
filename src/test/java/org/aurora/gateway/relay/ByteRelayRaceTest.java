package org.aurora.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Source, reader and a third who closes, each on a thread of its own. */
class ByteRelayRaceTest {
    private static final int ROUNDS = 2000;
    private static final int PIECES = 100_000;

    private final ExecutorService threads = Executors.newFixedThreadPool(3);
    private final Random random = new Random(20_260_101);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static final ByteRelay.Source UNCONCERNED = new ByteRelay.Source() {
        @Override
        public void pause() {}

        @Override
        public void resume() {}

        @Override
        public void abandon() {}
    };

    @Test
    void releasesEveryPieceWhoeverClosesWhenever() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            ByteRelay relay = new ByteRelay(UNCONCERNED);
            List<ByteBuf> pieces = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                pieces.add(Unpooled.wrappedBuffer(new byte[] {(byte) i}));
            }
            int polls = random.nextInt(20);
            int spins = random.nextInt(200);

            together(
                    () -> {
                        pieces.forEach(relay::offer);
                        relay.end(Ending.COMPLETE);
                        return 0;
                    },
                    () -> {
                        for (int i = 0; i < polls; i++) {
                            ByteBuf piece = relay.poll();
                            if (piece != null) {
                                piece.release();
                            }
                        }
                        return 0;
                    },
                    () -> {
                        for (int i = 0; i < spins; i++) {
                            Thread.onSpinWait();
                        }
                        relay.close();
                        return 0;
                    });

            assertThat(pieces).allMatch(piece -> piece.refCnt() == 0);
        }
    }

    @SafeVarargs
    private void together(Callable<Integer>... tasks) throws Exception {
        CyclicBarrier start = new CyclicBarrier(tasks.length);
        List<Callable<Integer>> waiting = new ArrayList<>();
        for (Callable<Integer> task : tasks) {
            waiting.add(() -> {
                start.await(10, TimeUnit.SECONDS);
                return task.call();
            });
        }
        for (Future<Integer> done : threads.invokeAll(waiting)) {
            done.get();
        }
    }

    /** A source that works as a connection does: it offers, pauses and looks for room on its own thread alone. */
    private static final class Connection implements ByteRelay.Source {
        private final ByteRelay relay = new ByteRelay(this);
        private final Semaphore resumed = new Semaphore(0);
        private final AtomicLong waiting = new AtomicLong();
        private long mostWaiting;
        private boolean paused;

        @Override
        public void pause() {
            paused = true;
        }

        @Override
        public void resume() {
            resumed.release();
        }

        @Override
        public void abandon() {}

        int sendAll() throws InterruptedException {
            for (int number = 0; number < PIECES; number++) {
                while (paused) {
                    assertThat(resumed.tryAcquire(10, TimeUnit.SECONDS))
                            .as("resumed")
                            .isTrue();
                    paused = relay.full();
                }
                ByteBuf piece = Unpooled.buffer(8192).writeInt(number).writerIndex(4 + number % 8000);
                mostWaiting = Math.max(mostWaiting, waiting.addAndGet(piece.readableBytes()));
                relay.offer(piece);
            }
            relay.end(Ending.COMPLETE);
            return PIECES;
        }
    }

    @Test
    void neverHoldsMoreThanItsBoundAndNeverForgetsToResume() throws Exception {
        Connection connection = new Connection();
        ByteRelay relay = connection.relay;
        Semaphore more = new Semaphore(0);
        relay.readWith(more::release);
        Future<Integer> sending = threads.submit(connection::sendAll);

        int next = 0;
        while (relay.exhausted().isEmpty()) {
            ByteBuf piece = relay.poll();
            if (piece == null) {
                assertThat(more.tryAcquire(10, TimeUnit.SECONDS)).as("woken").isTrue();
            } else {
                assertThat(piece.getInt(0)).isEqualTo(next++);
                connection.waiting.addAndGet(-piece.readableBytes());
                piece.release();
            }
        }

        assertThat(next).isEqualTo(sending.get(10, TimeUnit.SECONDS));
        assertThat(connection.mostWaiting).isLessThan(ByteRelay.FULL_BYTES + 3 * 8192L);
    }
}
