/** What the intake promises, on stores that fail as they are told. */
@NullMarked
package dev.portolan.search.intake;

import org.jspecify.annotations.NullMarked;
