package dev.portolan.system.benchmark;

import dev.portolan.system.platform.Http;
import dev.portolan.system.platform.Part;
import dev.portolan.system.platform.Platform;
import java.util.List;

/** Watches for the moment in which every reader shows everything. */
record Readers(Platform platform) {
  private static final long POLL_MILLIS = 50;

  /** Returns when nothing waits in the outbox and no reader is behind. */
  void awaitAll() throws InterruptedException {
    await(Part.INGESTION_SERVICE);
    for (Part reader : List.of(Part.CATALOG_SERVICE, Part.SEARCH_SERVICE, Part.SCORECARD_SERVICE)) {
      await(reader);
    }
  }

  private void await(Part service) throws InterruptedException {
    while (true) {
      Http.Answer answer = Http.get(platform.http(service).resolve("/api/lag"));
      if (answer.status() == 200 && answer.json().path("records").asLong(-1) == 0) {
        return;
      }
      Thread.sleep(POLL_MILLIS);
    }
  }
}
