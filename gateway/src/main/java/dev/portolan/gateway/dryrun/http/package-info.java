/**
 * Dry runs of scorecards asked of scorecard-service, and the past that they suppose of
 * ingestion-service.
 */
@NullMarked
package dev.portolan.gateway.dryrun.http;

import org.jspecify.annotations.NullMarked;
