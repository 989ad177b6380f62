/** Whether the index holds what the topic says. */
@NullMarked
package dev.portolan.search.audit;

import org.jspecify.annotations.NullMarked;
