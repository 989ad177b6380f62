/** The write side: what sources say becomes what the catalog knows. */
@NullMarked
package dev.portolan.ingestion;

import org.jspecify.annotations.NullMarked;
