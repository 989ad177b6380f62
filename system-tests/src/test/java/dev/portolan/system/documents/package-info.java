/** Holds what the documents say of the repository against the repository. */
@NullMarked
package dev.portolan.system.documents;

import org.jspecify.annotations.NullMarked;
