/** Recorded calls in the database: their rows, the sums that reports read, what they cost by later prices, their end. */
@NullMarked
package org.aurora.gateway.accounting;

import org.jspecify.annotations.NullMarked;
