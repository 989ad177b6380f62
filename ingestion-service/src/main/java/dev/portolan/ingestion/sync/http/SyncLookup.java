package dev.portolan.ingestion.sync.http;

import dev.portolan.ingestion.http.ApiException;
import dev.portolan.ingestion.source.Source;
import dev.portolan.ingestion.source.postgres.SourceTable;
import dev.portolan.ingestion.sync.Sync;
import dev.portolan.ingestion.sync.Sync.Origin;
import dev.portolan.ingestion.sync.SyncStatus;
import dev.portolan.ingestion.sync.postgres.Syncs;
import org.springframework.stereotype.Component;

/** Finds what an address names, or says what is wrong with it. */
@Component
class SyncLookup {
  private final SourceTable sources;
  private final Syncs syncs;

  SyncLookup(SourceTable sources, Syncs syncs) {
    this.sources = sources;
    this.syncs = syncs;
  }

  Source source(String name) {
    return sources
        .find(Source.checkName(name))
        .orElseThrow(() -> ApiException.notFound("There is no source " + name + "."));
  }

  Sync sync(String source, String id) {
    source(source);
    if (!id.matches("[0-9]{1,18}")) {
      throw ApiException.badRequest(
          "Not a sync", "'" + id + "' is no id of a sync: it is a number.");
    }
    return syncs
        .find(source, Long.parseLong(id))
        .orElseThrow(() -> ApiException.notFound("Source " + source + " has no sync " + id + "."));
  }

  /** A sync that takes more parts. */
  Sync open(String source, String id) {
    Sync sync = sync(source, id);
    if (sync.origin() != Origin.PARTS || sync.status() != SyncStatus.RUNNING) {
      throw ApiException.conflict(
          "Sync "
              + id
              + " takes no parts: it came by "
              + sync.origin()
              + " and is "
              + sync.status()
              + ". Begin one with POST /api/sources/"
              + source
              + "/syncs.");
    }
    return sync;
  }

  /** A sync that waits for a person. */
  Sync held(String source, String id) {
    Sync sync = sync(source, id);
    if (sync.status() != SyncStatus.HELD) {
      throw ApiException.conflict("Sync " + id + " is not held: it is " + sync.status() + ".");
    }
    return sync;
  }
}
