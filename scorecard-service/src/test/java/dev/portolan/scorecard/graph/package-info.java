/** That facts of the graph are what trying everything finds. */
@NullMarked
package dev.portolan.scorecard.graph;

import org.jspecify.annotations.NullMarked;
