/** What a file of Protocol Buffers declares at its top: the package and the services. */
@NullMarked
package dev.portolan.ingestion.descriptor.format.protobuf;

import org.jspecify.annotations.NullMarked;
