package org.aurora.gateway.ops;

import java.util.Optional;

/** Whether new requests should be sent here. */
public final class Readiness {
    /** The stages of a process, in order. */
    public enum Stage {
        STARTING,
        READY,
        DRAINING
    }

    private static final String NO_MODELS =
            "No models are known yet: none are configured or kept, and no provider has listed any.";

    private volatile Stage stage = Stage.STARTING;
    private volatile boolean loaded;
    private volatile boolean inventoryLoaded;

    /** Routes and settings are loaded. */
    public synchronized void started() {
        loaded = true;
        advance();
    }

    /** Each provider's models are known, from whatever source, as far as they can be for now. */
    public synchronized void inventoryLoaded() {
        inventoryLoaded = true;
        advance();
    }

    private void advance() {
        if (stage == Stage.STARTING && loaded && inventoryLoaded) {
            stage = Stage.READY;
        }
    }

    /** What a process waits for that could serve otherwise, as a sentence for anybody; empty where that is nothing. */
    public Optional<String> waitingFor() {
        return stage == Stage.STARTING && loaded ? Optional.of(NO_MODELS) : Optional.empty();
    }

    /** Requests that are in are answered; new ones are refused. There is no way back. */
    public synchronized void draining() {
        stage = Stage.DRAINING;
    }

    /** Whether routes and settings are loaded, so that requests can be decided on; models may still be missing. */
    public boolean loaded() {
        return loaded;
    }

    public Stage stage() {
        return stage;
    }
}
