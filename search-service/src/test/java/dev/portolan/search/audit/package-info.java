/** What an audit finds. */
@NullMarked
package dev.portolan.search.audit;

import org.jspecify.annotations.NullMarked;
