/** Tests of what CQL becomes in CEL, with CEL's own engine as the judge. */
@NullMarked
package dev.portolan.cli.importing.cortex;

import org.jspecify.annotations.NullMarked;
