/** Webhooks over HTTP. */
@NullMarked
package dev.portolan.ingestion.webhook.http;

import org.jspecify.annotations.NullMarked;
