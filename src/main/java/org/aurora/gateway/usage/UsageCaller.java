package org.aurora.gateway.usage;

import java.util.Optional;

/**
 * Who made a call.
 *
 * @param key the id of the key, or {@code master}, an admin key's name, {@code anonymous}, or the name that an
 *     integrator's own step found
 * @param userPath the place the call was made from; empty where none is known
 */
public record UsageCaller(String key, Optional<String> userPath) {}
