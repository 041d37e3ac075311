/** What is measured, and who may read it: counters, histograms and gauges in Prometheus's text formats. */
@NullMarked
package org.aurora.gateway.metrics;

import org.jspecify.annotations.NullMarked;
