/** The admin API as its users see it: over HTTP, on both databases, each answer held against the OpenAPI document. */
@NullMarked
package org.aurora.gateway.contract;

import org.jspecify.annotations.NullMarked;
