package org.aurora.gateway.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Something with a share.
 *
 * @param weight above 0
 */
record Weighted<T>(int weight, T value) {
    /** Drawn one by one without putting back, each draw in proportion to the weights that are left. */
    static <T> List<Weighted<T>> shuffle(List<Weighted<T>> all, RandomGenerator random) {
        if (all.size() < 2) {
            return all;
        }
        List<Weighted<T>> left = new ArrayList<>(all);
        List<Weighted<T>> drawn = new ArrayList<>(all.size());
        while (!left.isEmpty()) {
            drawn.add(left.remove(draw(left, random)));
        }
        return drawn;
    }

    private static <T> int draw(List<Weighted<T>> left, RandomGenerator random) {
        long total = left.stream().mapToLong(Weighted::weight).sum();
        long point = random.nextLong(total);
        int at = 0;
        while (point >= left.get(at).weight()) {
            point -= left.get(at).weight();
            at++;
        }
        return at;
    }
}
