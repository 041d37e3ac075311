/** What single functions of the request path cost, by JMH. */
@NullMarked
package org.aurora.gateway.bench;

import org.jspecify.annotations.NullMarked;
