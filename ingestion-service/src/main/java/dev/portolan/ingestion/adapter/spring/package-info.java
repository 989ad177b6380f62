/** The adapters as beans, as the service's configuration wants them. */
@NullMarked
package dev.portolan.ingestion.adapter.spring;

import org.jspecify.annotations.NullMarked;
