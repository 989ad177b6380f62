/** Tests of reading CQL. */
@NullMarked
package dev.portolan.cli.importing.cql;

import org.jspecify.annotations.NullMarked;
