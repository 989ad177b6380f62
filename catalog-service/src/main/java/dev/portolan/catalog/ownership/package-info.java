/** What a group owns, with all groups below it, and who its people are. */
@NullMarked
package dev.portolan.catalog.ownership;

import org.jspecify.annotations.NullMarked;
