/** The one resolver: from the name asked for to the targets to try, or to the refusal. */
@NullMarked
package org.aurora.gateway.resolve;

import org.jspecify.annotations.NullMarked;
