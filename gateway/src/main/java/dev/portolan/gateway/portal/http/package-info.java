/** What people say, told to ingestion-service as the word of a source. */
@NullMarked
package dev.portolan.gateway.portal.http;

import org.jspecify.annotations.NullMarked;
