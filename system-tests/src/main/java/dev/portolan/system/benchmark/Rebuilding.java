package dev.portolan.system.benchmark;

import dev.portolan.system.platform.Http;
import dev.portolan.system.platform.Part;
import dev.portolan.system.platform.Platform;
import java.net.URI;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Has a reader build anew what it holds. */
final class Rebuilding {
  private static final long POLL_MILLIS = 500;

  private Rebuilding() {}

  /** Returns its last status, when it is done or has failed. */
  static JsonNode of(Platform platform, Part reader) throws InterruptedException {
    URI rebuild = platform.http(reader).resolve("/api/projection/rebuild");
    Http.post(rebuild, "application/json", "");
    while (true) {
      JsonNode status = Http.get(rebuild).json();
      if (List.of("DONE", "FAILED").contains(status.path("state").asString())) {
        return status;
      }
      // The status is asked over HTTP; it takes minutes, and asking more often would be work too.
      Thread.sleep(POLL_MILLIS);
    }
  }
}
