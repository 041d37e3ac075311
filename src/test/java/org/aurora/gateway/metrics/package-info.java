/** What is measured, read as a strict reader of the formats reads it. */
@NullMarked
package org.aurora.gateway.metrics;

import org.jspecify.annotations.NullMarked;
