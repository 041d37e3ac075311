package org.aurora.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.junit.jupiter.api.Test;

/** Requests of all kinds, in pieces of any size, answered at any time: the answers come in the requests' order. */
class RandomPipelineTest {
    private static final Admission REFUSING_NO = (request, call) -> call.path().startsWith("/no")
            ? Optional.of(new GatewayException(ErrorCode.NOT_FOUND, "refused " + call.path()))
            : Optional.empty();

    private final OpenCalls openCalls = new OpenCalls();
    private final BodyBudget budget = new BodyBudget(Long.MAX_VALUE);

    @Test
    void answersInOrderWhateverTheTiming() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<String> paths = paths(random);

            assertThat(answeredPaths(paths, random)).as("seed %d", seed).isEqualTo(paths);
            assertThat(openCalls.count()).as("seed %d", seed).isZero();
            assertThat(budget.used()).as("seed %d", seed).isZero();
        }
    }

    private static List<String> paths(Random random) {
        List<String> paths = new ArrayList<>();
        for (int number = 0; number < 1 + random.nextInt(12); number++) {
            paths.add((random.nextInt(3) == 0 ? "/no" : "/go") + number);
        }
        return paths;
    }

    private static String request(String path, Random random) {
        String start = " " + path + " HTTP/1.1\r\nHost: a\r\n";
        boolean refused = path.startsWith("/no");
        return switch (random.nextInt(refused ? 2 : 3)) {
            case 0 -> "GET" + start + "\r\n";
            case 1 -> "POST" + start + "Content-Length: 10\r\n\r\n0123456789";
            case 2 -> "POST" + start + "Transfer-Encoding: chunked\r\n\r\n4\r\n0123\r\n6\r\n456789\r\n0\r\n\r\n";
            default -> throw new IllegalStateException();
        };
    }

    private List<String> answeredPaths(List<String> paths, Random random) {
        StringBuilder all = new StringBuilder();
        paths.forEach(path -> all.append(request(path, random)));
        List<String> answered = new ArrayList<>();
        try (GatedChannel connection = new GatedChannel(budget, openCalls, REFUSING_NO)) {
            List<String> begun = new ArrayList<>();
            int at = 0;
            while (at < all.length() || !begun.isEmpty()) {
                if (at < all.length() && (begun.isEmpty() || random.nextBoolean())) {
                    int end = Math.min(all.length(), at + 1 + random.nextInt(120));
                    connection.receives(all.substring(at, end));
                    at = end;
                } else {
                    connection.answers("answered " + begun.remove(0));
                }
                begun.addAll(connection.begun());
                assertThat(begun).hasSizeLessThan(2);
                collect(connection.sent(), answered);
            }
        }
        return answered;
    }

    private static void collect(String sent, List<String> answered) {
        Matcher matcher = Pattern.compile("(?:answered|refused) (/[a-z]+\\d+)").matcher(sent);
        while (matcher.find()) {
            answered.add(matcher.group(1));
        }
    }
}
