/** Takes recorded calls from the spool on disk to the database: one class for each step. */
@NullMarked
package org.aurora.gateway.delivery;

import org.jspecify.annotations.NullMarked;
