/** The upstreams an operator configured: what they are called, where they are, what they are missing. */
@NullMarked
package org.aurora.gateway.provider;

import org.jspecify.annotations.NullMarked;
