/** Moves the bytes of an answer from a provider's connection to the caller's, with back pressure and without blocking. */
@NullMarked
package org.aurora.gateway.relay;

import org.jspecify.annotations.NullMarked;
