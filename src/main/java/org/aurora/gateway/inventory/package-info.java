/** Which models each provider has, and where that knowledge came from. */
@NullMarked
package org.aurora.gateway.inventory;

import org.jspecify.annotations.NullMarked;
