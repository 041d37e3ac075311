/** What a call leaves behind: who asked for what, what answered, what it used and what that cost. */
@NullMarked
package org.aurora.gateway.usage;

import org.jspecify.annotations.NullMarked;
