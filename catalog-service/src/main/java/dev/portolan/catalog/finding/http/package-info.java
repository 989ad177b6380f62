/** Findings over HTTP. */
@NullMarked
package dev.portolan.catalog.finding.http;

import org.jspecify.annotations.NullMarked;
