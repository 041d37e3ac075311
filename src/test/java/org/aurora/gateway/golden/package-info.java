/** Whole calls, replayed from the folders below {@code src/test/resources/golden}. */
@NullMarked
package org.aurora.gateway.golden;

import org.jspecify.annotations.NullMarked;
