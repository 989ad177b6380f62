/** What has to be written so that the graph says what the changes say; decided purely. */
@NullMarked
package dev.portolan.catalog.projection;

import org.jspecify.annotations.NullMarked;
