/** Asking providers for their models: when, what comes of it, where it is kept and with whom it is shared. */
@NullMarked
package org.aurora.gateway.discovery;

import org.jspecify.annotations.NullMarked;
