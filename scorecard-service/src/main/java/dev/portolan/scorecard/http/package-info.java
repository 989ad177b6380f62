/** What all answers over HTTP have in common. */
@NullMarked
package dev.portolan.scorecard.http;

import org.jspecify.annotations.NullMarked;
