@NullMarked
package dev.portolan.scorecard.whatif;

import org.jspecify.annotations.NullMarked;
