package org.aurora.gateway.inbound;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * Counts calls that are over, refused ones too, by what they were about and by status. Counting takes no lock and
 * allocates nothing: one counter for each possible status is made beforehand.
 */
public final class EndedCalls implements CallObserver {
    /** One beyond the greatest status. */
    private static final int STATUSES = 600;

    private final Map<RouteClass, LongAdder[]> counts = new EnumMap<>(RouteClass.class);

    public EndedCalls() {
        for (RouteClass about : RouteClass.values()) {
            counts.put(about, Stream.generate(LongAdder::new).limit(STATUSES).toArray(LongAdder[]::new));
        }
    }

    @Override
    public void over(Call call) {
        count(call.path(), call.finalStatus());
    }

    /** Counts a call with that path as sent and that status; one that is no status counts as 0. */
    public void count(String path, int status) {
        int known = status < 0 || status >= STATUSES ? 0 : status;
        Objects.requireNonNull(counts.get(RouteClass.of(path)))[known].increment();
    }

    /** Hands out every count that is not 0, as a counter that goes on counting. */
    public void forEach(Visitor visitor) {
        counts.forEach((about, ofOneClass) -> {
            for (int status = 0; status < STATUSES; status++) {
                if (ofOneClass[status].sum() > 0) {
                    visitor.visit(about, status, ofOneClass[status]);
                }
            }
        });
    }

    /** Is shown one count. */
    @FunctionalInterface
    public interface Visitor {
        void visit(RouteClass about, int status, LongAdder count);
    }
}
