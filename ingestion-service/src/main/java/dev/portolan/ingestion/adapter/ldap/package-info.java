/** Directories as sources: their users and groups are read whole, by the schedule. */
@NullMarked
package dev.portolan.ingestion.adapter.ldap;

import org.jspecify.annotations.NullMarked;
