package org.aurora.gateway.journal;

import java.util.Optional;

/** A write that was meant for another version than the one there is. It is an answer and carries no stack trace. */
public final class PreconditionFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SettingName setting;
    private final transient Optional<SettingChange> current;

    public PreconditionFailed(SettingName setting, Optional<SettingChange> current) {
        super("the precondition does not hold", null, false, false);
        this.setting = setting;
        this.current = current;
    }

    public SettingName setting() {
        return setting;
    }

    /** What the name holds; empty where it holds nothing. */
    public Optional<SettingChange> current() {
        return current;
    }
}
