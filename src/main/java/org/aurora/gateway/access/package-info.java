/** Who may use what: the policy that is asked, and its answer with the reason. */
@NullMarked
package org.aurora.gateway.access;

import org.jspecify.annotations.NullMarked;
