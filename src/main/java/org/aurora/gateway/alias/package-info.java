/** Stable names: what they stand for, and what becomes of them in chains. */
@NullMarked
package org.aurora.gateway.alias;

import org.jspecify.annotations.NullMarked;
