/** Public lists of prices: read from a file or an address, kept for the next start. */
@NullMarked
package org.aurora.gateway.pricelist;

import org.jspecify.annotations.NullMarked;
