/** The query language: what people type, read as words and conditions. */
@NullMarked
package dev.portolan.search.query.language;

import org.jspecify.annotations.NullMarked;
