package org.aurora.gateway.ops;

import java.util.concurrent.atomic.AtomicReference;

/** Whether new requests should be sent here. */
public final class Readiness {
    /** The stages of a process, in order. */
    public enum Stage {
        STARTING,
        READY,
        DRAINING
    }

    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.STARTING);

    /** Routes, settings and inventory are loaded. */
    public void started() {
        stage.compareAndSet(Stage.STARTING, Stage.READY);
    }

    /** Requests that are in are answered; new ones are refused. There is no way back. */
    public void draining() {
        stage.set(Stage.DRAINING);
    }

    public Stage stage() {
        return stage.get();
    }
}
