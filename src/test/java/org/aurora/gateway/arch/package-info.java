/** Holds the rules that docs/architecture.md states: who may know whom, how large things get, how files are written. */
@NullMarked
package org.aurora.gateway.arch;

import org.jspecify.annotations.NullMarked;
