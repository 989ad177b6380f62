/** Sends descriptors from files to ingestion-service and tells what became of each. */
@NullMarked
package dev.portolan.cli.load;

import org.jspecify.annotations.NullMarked;
