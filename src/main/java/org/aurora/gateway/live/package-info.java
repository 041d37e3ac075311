/** The state that requests are decided on, kept in step with the journal; and the checks a change has to pass. */
@NullMarked
package org.aurora.gateway.live;

import org.jspecify.annotations.NullMarked;
