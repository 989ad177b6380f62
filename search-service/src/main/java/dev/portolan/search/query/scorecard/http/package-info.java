/** Asks scorecard-service how entities stand. */
@NullMarked
package dev.portolan.search.query.scorecard.http;

import org.jspecify.annotations.NullMarked;
