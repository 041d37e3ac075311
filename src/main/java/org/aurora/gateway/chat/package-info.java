/**
 * The bytes of a call: what a request says about its model, and how that is changed without writing the
 * rest of the body anew.
 */
@NullMarked
package org.aurora.gateway.chat;

import org.jspecify.annotations.NullMarked;
