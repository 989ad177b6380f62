/** Tests of the query language. */
@NullMarked
package dev.portolan.search.query.language;

import org.jspecify.annotations.NullMarked;
