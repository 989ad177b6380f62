/** Initiatives over HTTP. */
@NullMarked
package dev.portolan.scorecard.initiative.http;

import org.jspecify.annotations.NullMarked;
