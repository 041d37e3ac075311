package org.aurora.gateway.upstream;

import org.aurora.gateway.relay.ByteRelay;

/** What became of one attempt to have a request answered by a provider. */
public sealed interface UpstreamAnswer {
    /** Whether another provider may be asked instead: nothing has reached the caller and nothing was begun here. */
    boolean mayGoOn();

    /** Lets go of whatever the attempt still holds, because its answer will not be used. */
    default void discard() {}

    /** A complete answer. */
    record Whole(UpstreamHead head, byte[] body) implements UpstreamAnswer {
        @Override
        public boolean mayGoOn() {
            return head.temporaryRefusal();
        }
    }

    /**
     * An answer whose bytes still come.
     *
     * @param usageAdded whether the gateway asked for an event that says what was used, and the caller did not
     */
    record Streamed(UpstreamHead head, ByteRelay body, boolean usageAdded) implements UpstreamAnswer {
        public Streamed(UpstreamHead head, ByteRelay body) {
            this(head, body, false);
        }

        @Override
        public boolean mayGoOn() {
            return head.temporaryRefusal();
        }

        @Override
        public void discard() {
            body.close();
        }
    }

    /** No answer that could be passed on. */
    record Failed(UpstreamFailure failure) implements UpstreamAnswer {
        @Override
        public boolean mayGoOn() {
            return failure.mayGoOn();
        }
    }
}
