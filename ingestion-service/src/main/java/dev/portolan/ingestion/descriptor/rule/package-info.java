/** What a descriptor keeps: the rules by name, and what they find. */
@NullMarked
package dev.portolan.ingestion.descriptor.rule;

import org.jspecify.annotations.NullMarked;
