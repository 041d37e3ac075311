package org.aurora.gateway.alias;

import java.util.Optional;

/**
 * One name whose alias in force became another.
 *
 * @param before empty where there was none
 * @param after empty where there is none any more
 */
record AliasChange(String name, Optional<Alias> before, Optional<Alias> after) {}
