package org.aurora.gateway.access;

import java.util.List;

/**
 * A decision with everything that it was made of.
 *
 * @param steps in the order asked, those after the first denial too; never empty
 */
public record AccessTrace(List<AccessStep> steps) {
    public AccessTrace {
        steps = List.copyOf(steps);
    }

    /** The first denial; where there is none, what the rules said last. */
    public AccessDecision decision() {
        AccessDecision decision = steps.get(0).decision();
        for (AccessStep step : steps) {
            if (!step.decision().allowed()) {
                return step.decision();
            }
            decision = step.subject() == AccessStep.Subject.KEY ? decision : step.decision();
        }
        return decision;
    }
}
