package org.aurora.gateway.alias;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Tarjan's strongly connected components: which nodes of a graph can reach each other. One pass tells exactly the
 * members of cycles from those that merely lead into one, and yields every node after all it leads to. Without
 * recursion, since a chain of aliases may be as long as the whole configuration.
 */
final class StrongComponents {
    private final int[][] edges;
    private final int[] order;
    private final int[] oldestReached;
    private final int[] nextEdge;
    private final boolean[] open;
    private final Deque<Integer> path = new ArrayDeque<>();
    private final Deque<Integer> openNodes = new ArrayDeque<>();
    private final List<List<Integer>> found = new ArrayList<>();
    private int entered;

    private StrongComponents(int[][] edges) {
        this.edges = edges;
        this.order = new int[edges.length];
        this.oldestReached = new int[edges.length];
        this.nextEdge = new int[edges.length];
        this.open = new boolean[edges.length];
    }

    /**
     * The components, each one after those it leads to.
     *
     * @param edges for each node the nodes it leads to
     */
    static List<List<Integer>> childrenFirst(int[][] edges) {
        StrongComponents components = new StrongComponents(edges);
        for (int node = 0; node < edges.length; node++) {
            components.explore(node);
        }
        return components.found;
    }

    private void explore(int root) {
        if (order[root] == 0) {
            enter(root);
        }
        while (!path.isEmpty()) {
            int node = path.element();
            if (nextEdge[node] < edges[node].length) {
                follow(node, edges[node][nextEdge[node]++]);
            } else {
                leave(node);
            }
        }
    }

    private void enter(int node) {
        order[node] = ++entered;
        oldestReached[node] = entered;
        open[node] = true;
        openNodes.push(node);
        path.push(node);
    }

    private void follow(int from, int to) {
        if (order[to] == 0) {
            enter(to);
        } else if (open[to]) {
            oldestReached[from] = Math.min(oldestReached[from], order[to]);
        }
    }

    private void leave(int node) {
        path.pop();
        if (!path.isEmpty()) {
            int parent = path.element();
            oldestReached[parent] = Math.min(oldestReached[parent], oldestReached[node]);
        }
        if (oldestReached[node] == order[node]) {
            found.add(close(node));
        }
    }

    private List<Integer> close(int root) {
        List<Integer> component = new ArrayList<>(1);
        int node;
        do {
            node = openNodes.pop();
            open[node] = false;
            component.add(node);
        } while (node != root);
        return component;
    }
}
