/** The dashboard's files: read once at the start, answered from memory. It knows nothing of what they show. */
@NullMarked
package org.aurora.gateway.dashboard;

import org.jspecify.annotations.NullMarked;
