package org.aurora.gateway.bench;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.aurora.gateway.chat.ModelFields;
import org.aurora.gateway.chat.RequestBody;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Finding the model's name in a chat body, and putting another in its place. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class BodyBenchmark {
    private static final String SENTENCE = "Why is the sky blue at noon, and \\\"red\\\" in the evening? Explain. ";

    /** The length of the body, in bytes, give or take a sentence. */
    @Param({"300", "100000"})
    int bytes;

    private byte[] body = {};

    /** The model comes last, so that nothing is left unread in either case. */
    @Setup
    public void write() {
        String content = SENTENCE.repeat(Math.max(1, (bytes - 120) / SENTENCE.length()));
        String json = "{\"messages\":[{\"role\":\"user\",\"content\":\"" + content
                + "\"}],\"temperature\":0.7,\"max_tokens\":256,\"user\":\"user-4711\",\"model\":\"regular\"}";
        body = json.getBytes(StandardCharsets.UTF_8);
    }

    @Benchmark
    public ModelFields read() {
        return ModelFields.read(body);
    }

    @Benchmark
    public RequestBody readAndName() {
        return RequestBody.naming(body, ModelFields.read(body), "some-model");
    }
}
