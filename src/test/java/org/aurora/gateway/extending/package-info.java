/** The worked files of docs/extending.md, each put into a gateway's custom folder as it stands and used over HTTP. */
@NullMarked
package org.aurora.gateway.extending;

import org.jspecify.annotations.NullMarked;
