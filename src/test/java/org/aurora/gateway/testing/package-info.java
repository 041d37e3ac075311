/** What tests run the gateway between: a real gateway process state on a free port, and an upstream they control. */
@NullMarked
package org.aurora.gateway.testing;

import org.jspecify.annotations.NullMarked;
