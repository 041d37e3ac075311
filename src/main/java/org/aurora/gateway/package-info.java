/** Where everything comes together: the entry point, and the one place that knows all parts. */
@NullMarked
package org.aurora.gateway;

import org.jspecify.annotations.NullMarked;
