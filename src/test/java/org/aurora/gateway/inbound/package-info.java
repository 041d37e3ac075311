/** The edge towards callers, as a hostile or clumsy caller meets it: over raw sockets, byte by byte. */
@NullMarked
package org.aurora.gateway.inbound;

import org.jspecify.annotations.NullMarked;
