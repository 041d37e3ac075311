package org.aurora.gateway.resolve;

import java.util.Optional;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.aurora.gateway.model.ModelText;

/**
 * What a request asks for, in the caller's own words.
 *
 * @param model the request's {@code model}
 * @param provider the request's {@code provider}, where that is a string; an empty one counts as left out
 */
public record RequestedModel(String model, Optional<String> provider) {
    /**
     * Checks both texts.
     *
     * @throws GatewayException {@link ErrorCode#INVALID_MODEL} where one cannot name anything
     */
    public RequestedModel {
        ModelText.require("model", model);
        provider = provider.filter(name -> !name.isEmpty());
        provider.ifPresent(name -> ModelText.require("provider", name));
    }

    /** A request without a {@code provider}. */
    public static RequestedModel of(String model) {
        return new RequestedModel(model, Optional.empty());
    }
}
