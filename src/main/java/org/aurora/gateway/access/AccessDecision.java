package org.aurora.gateway.access;

/** Whether a caller may use a name, and why. The reason is for operators; it is not shown to callers. */
public sealed interface AccessDecision {
    /** One clause that says why. */
    String reason();

    /** What decided: {@code master}, {@code default}, or the text of a rule. */
    String decidedBy();

    /** Whether the use is allowed. */
    boolean allowed();

    record Allowed(String reason, String decidedBy) implements AccessDecision {
        @Override
        public boolean allowed() {
            return true;
        }
    }

    record Denied(String reason, String decidedBy) implements AccessDecision {
        @Override
        public boolean allowed() {
            return false;
        }
    }
}
