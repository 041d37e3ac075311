package org.aurora.gateway.inbound;

/** What happens when a call is over: whoever waits for that is told, and its line is written. */
final class CallEnd {
    private final AccessLog accessLog = new AccessLog();
    private final OpenCalls openCalls;
    private final CallObserver observer;

    CallEnd(OpenCalls openCalls, CallObserver observer) {
        this.openCalls = openCalls;
        this.observer = observer;
    }

    void begun(Call call) {
        openCalls.begun(call);
    }

    /** The observer comes before the count, so that who waits for no call to be open knows that all were observed. */
    void reached(Call call, boolean delivered) {
        call.end(delivered);
        observer.over(call);
        openCalls.ended(call);
        accessLog.write(call);
    }
}
