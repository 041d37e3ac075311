/**
 * The Camel component {@code upstream:}, which sends a request to the provider that was chosen for it.
 *
 * <p>Where a request goes is the operator's: the provider's base URL. How it is presented is the kamelet's: the
 * endpoint's options. Nothing in a request chooses either.
 */
@NullMarked
package org.aurora.gateway.upstream;

import org.jspecify.annotations.NullMarked;
