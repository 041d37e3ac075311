/** What operators and orchestrators ask of the process itself. */
@NullMarked
package org.aurora.gateway.ops;

import org.jspecify.annotations.NullMarked;
