/** Evidence over HTTP. */
@NullMarked
package dev.portolan.scorecard.evidence.http;

import org.jspecify.annotations.NullMarked;
