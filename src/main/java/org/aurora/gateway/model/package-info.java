/** Words every other package uses: what a model is called and how such a name is read. */
@NullMarked
package org.aurora.gateway.model;

import org.jspecify.annotations.NullMarked;
