/** Who may see and use what, as callers find out over HTTP. */
@NullMarked
package org.aurora.gateway.rights;

import org.jspecify.annotations.NullMarked;
