/** Conditions on how entities stand, which scorecard-service and not the index knows. */
@NullMarked
package dev.portolan.search.query.scorecard;

import org.jspecify.annotations.NullMarked;
