/** What the gateway refuses and in which words: one table of codes for every endpoint. */
@NullMarked
package org.aurora.gateway.error;

import org.jspecify.annotations.NullMarked;
