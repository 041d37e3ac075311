package org.aurora.gateway.model;

/** A key that must never be printed: {@link #toString()} hides it, {@link #reveal()} is the one way to it. */
public record Secret(String reveal) {
    @Override
    public String toString() {
        return "***";
    }
}
