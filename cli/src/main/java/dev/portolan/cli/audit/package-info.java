/** Compares what the readers hold with what the topic says. */
@NullMarked
package dev.portolan.cli.audit;

import org.jspecify.annotations.NullMarked;
