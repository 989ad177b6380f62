/** MySQL as a source: its information schema, its binary log, its rows as JSON. */
@NullMarked
package dev.portolan.ingestion.adapter.database.mysql;

import org.jspecify.annotations.NullMarked;
