/** Where every entity stands in the graph of trouble, in numbers that rules can judge. */
@NullMarked
package dev.portolan.scorecard.graph;

import org.jspecify.annotations.NullMarked;
