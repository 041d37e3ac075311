/** The official clients, unmodified, against a whole gateway. */
@NullMarked
package org.aurora.gateway.client;

import org.jspecify.annotations.NullMarked;
