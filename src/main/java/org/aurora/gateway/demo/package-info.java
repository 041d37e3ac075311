/** A provider inside the gateway, so that everything can be tried before there is an account anywhere. */
@NullMarked
package org.aurora.gateway.demo;

import org.jspecify.annotations.NullMarked;
