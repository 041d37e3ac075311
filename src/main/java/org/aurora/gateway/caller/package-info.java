/** Who is calling, as told by the credential that came with the request. */
@NullMarked
package org.aurora.gateway.caller;

import org.jspecify.annotations.NullMarked;
