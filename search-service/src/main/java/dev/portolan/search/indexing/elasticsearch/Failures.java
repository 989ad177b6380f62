package dev.portolan.search.indexing.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import dev.portolan.search.intake.StoreUnavailableException;
import java.io.IOException;

/** Tells failures of Elasticsearch from those of what was asked of it. */
final class Failures {
  private Failures() {}

  /** A call to Elasticsearch. */
  @FunctionalInterface
  interface Call<T> {
    T run() throws IOException;
  }

  /**
   * Runs a call.
   *
   * @throws StoreUnavailableException when Elasticsearch is away, overloaded, lacks the index or
   *     does not let us in: the same call may succeed later
   * @throws ElasticsearchException when the request itself is refused
   */
  static <T> T reaching(Call<T> call) {
    try {
      return call.run();
    } catch (IOException e) {
      throw new StoreUnavailableException("Elasticsearch is away: " + e.getMessage(), e);
    } catch (ElasticsearchException e) {
      int status = e.status();
      if (isPassing(status) || status == 401 || status == 403 || status == 404) {
        throw new StoreUnavailableException(
            "Elasticsearch answers " + status + ": " + e.getMessage(), e);
      }
      throw e;
    }
  }

  /** Too many requests, or a fault of the server's own. */
  static boolean isPassing(int status) {
    return status == 429 || status >= 500;
  }
}
