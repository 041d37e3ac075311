/** What models cost: prices in layers, each in force for a time, and the cost of one call, exact to the last digit. */
@NullMarked
package org.aurora.gateway.pricing;

import org.jspecify.annotations.NullMarked;
