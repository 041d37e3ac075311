package org.aurora.gateway.ops;

/** Whether new requests should be sent here. */
public final class Readiness {
    /** The stages of a process, in order. */
    public enum Stage {
        STARTING,
        READY,
        DRAINING
    }

    private volatile Stage stage = Stage.STARTING;
    private volatile boolean loaded;

    /** Routes, settings and inventory are loaded. */
    public synchronized void started() {
        loaded = true;
        if (stage == Stage.STARTING) {
            stage = Stage.READY;
        }
    }

    /** Requests that are in are answered; new ones are refused. There is no way back. */
    public synchronized void draining() {
        stage = Stage.DRAINING;
    }

    /** Whether it ever got as far as being ready. */
    public boolean loaded() {
        return loaded;
    }

    public Stage stage() {
        return stage;
    }
}
