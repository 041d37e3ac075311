package org.aurora.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider whose answers each test sets anew, so that the tests of a class can share one gateway. */
public final class ScriptedProvider implements AutoCloseable {
    private final Stage stage;
    private final TestUpstream upstream;

    /** What one test wants to see answered, and what it got to see. */
    private record Turn(List<TestUpstream.Script> answers, List<UpstreamExchange> requests) {
        Turn(List<TestUpstream.Script> answers) {
            this(answers, new CopyOnWriteArrayList<>());
        }

        void answer(UpstreamExchange exchange) throws Exception {
            requests.add(exchange);
            answers.get(Math.min(requests.size(), answers.size()) - 1).answer(exchange);
        }
    }

    /** Where the turn of the current test stands. */
    private static final class Stage {
        private volatile Turn turn = new Turn(List.of(exchange -> exchange.json(500, "{}")));
    }

    private ScriptedProvider(Stage stage, TestUpstream upstream) {
        this.stage = stage;
        this.upstream = upstream;
    }

    /** A provider that answers 500 until it is told otherwise. */
    public static ScriptedProvider start() {
        Stage stage = new Stage();
        return new ScriptedProvider(stage, TestUpstream.answering(exchange -> stage.turn.answer(exchange)));
    }

    public TestUpstream upstream() {
        return upstream;
    }

    /** Answers the next requests in this order, and all later ones like the last; forgets the requests so far. */
    public void answers(TestUpstream.Script... inOrder) {
        stage.turn = new Turn(List.of(inOrder));
    }

    /** Answers all next requests with this document and the status 200. */
    public void answersJson(String json) {
        answers(exchange -> exchange.json(200, json));
    }

    /** The requests since the answers were last set. */
    public List<UpstreamExchange> requests() {
        return stage.turn.requests();
    }

    /** The one request since the answers were last set. */
    public UpstreamExchange request() {
        List<UpstreamExchange> requests = requests();
        if (requests.size() != 1) {
            throw new AssertionError("expected one request but there were " + requests.size());
        }
        return requests.get(0);
    }

    @Override
    public void close() {
        try {
            upstream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
