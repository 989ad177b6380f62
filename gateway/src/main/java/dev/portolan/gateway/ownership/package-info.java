/** What a group owns, with all groups below it. */
@NullMarked
package dev.portolan.gateway.ownership;

import org.jspecify.annotations.NullMarked;
