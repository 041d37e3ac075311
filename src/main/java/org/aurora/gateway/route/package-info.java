/**
 * One processor for each step that {@code routes/} names. What a step hands to the next travels in exchange
 * variables, as typed values; their names and types are public API, listed in docs/extending.md.
 */
@NullMarked
package org.aurora.gateway.route;

import org.jspecify.annotations.NullMarked;
