/** The dashboard in a real Chromium, and its files by plain HTTP. */
@NullMarked
package org.aurora.gateway.dashboard;

import org.jspecify.annotations.NullMarked;
