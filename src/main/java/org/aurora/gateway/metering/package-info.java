/** Makes a record of each call: notes what steps find out about it, and hands it over when the call is over. */
@NullMarked
package org.aurora.gateway.metering;

import org.jspecify.annotations.NullMarked;
