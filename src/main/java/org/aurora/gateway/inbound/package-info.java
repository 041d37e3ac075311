/**
 * The edge towards callers: what happens on a connection before a route sees a request and after it has answered.
 *
 * <p>Camel's netty-http consumer stays the consumer; this package closes the gaps that matter on an open network:
 * order of pipelined answers, smuggled lengths, early refusals, errors in one shape.
 */
@NullMarked
package org.aurora.gateway.inbound;

import org.jspecify.annotations.NullMarked;
