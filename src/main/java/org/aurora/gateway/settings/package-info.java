/** What the operator configured: the only reader of {@code config/aurora.yaml} and of the environment. */
@NullMarked
package org.aurora.gateway.settings;

import org.jspecify.annotations.NullMarked;
