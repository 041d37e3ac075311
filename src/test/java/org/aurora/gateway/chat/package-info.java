@NullMarked
package org.aurora.gateway.chat;

import org.jspecify.annotations.NullMarked;
