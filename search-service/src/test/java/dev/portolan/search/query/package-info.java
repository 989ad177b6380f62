/** What can be asked. */
@NullMarked
package dev.portolan.search.query;

import org.jspecify.annotations.NullMarked;
