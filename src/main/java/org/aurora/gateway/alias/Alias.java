package org.aurora.gateway.alias;

import java.util.List;
import java.util.Optional;

/**
 * A stable name that stands for one or more selectors.
 *
 * @param name the name callers use; it may be the text of an existing model, which it then hides
 * @param targets what it stands for, in the order written; never empty
 * @param strategy how one of several targets is chosen
 * @param description for people
 * @param enabled a disabled alias does not exist for callers
 * @param hidden callable, but neither listed nor looked up
 * @param access whose rules are asked when it is called
 * @param responseModel which model name answers carry; empty to follow the gateway's setting
 */
public record Alias(
        String name,
        List<AliasTarget> targets,
        Strategy strategy,
        Optional<String> description,
        boolean enabled,
        boolean hidden,
        AliasAccess access,
        Optional<ResponseModel> responseModel) {

    public Alias {
        targets = List.copyOf(targets);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("alias " + name + " has no target");
        }
    }

    /** One that grants nothing by itself: {@link AliasAccess#BOTH}. */
    public Alias(
            String name,
            List<AliasTarget> targets,
            Strategy strategy,
            Optional<String> description,
            boolean enabled,
            boolean hidden,
            Optional<ResponseModel> responseModel) {
        this(name, targets, strategy, description, enabled, hidden, AliasAccess.BOTH, responseModel);
    }
}
