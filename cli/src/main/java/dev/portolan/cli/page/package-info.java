/** What is told to a person: cells, sections, and their layout on a terminal. */
@NullMarked
package dev.portolan.cli.page;

import org.jspecify.annotations.NullMarked;
