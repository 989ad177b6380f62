/** Tests of what is asked of scorecard-service. */
@NullMarked
package dev.portolan.search.query.scorecard.http;

import org.jspecify.annotations.NullMarked;
