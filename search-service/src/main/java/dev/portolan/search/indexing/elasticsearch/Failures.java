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
   * @throws StoreUnavailableException when Elasticsearch is away, overloaded, lacks the index, does
   *     not let us in or answers nonsense: the same call may succeed later
   * @throws ElasticsearchException when the request itself is refused
   */
  static <T> T reaching(Call<T> call) {
    try {
      return call.run();
    } catch (IOException e) {
      throw new StoreUnavailableException("Elasticsearch is away: " + e.getMessage(), e);
    } catch (ElasticsearchException e) {
      if (isOfRequest(e.status())) {
        throw e;
      }
      throw new StoreUnavailableException(
          "Elasticsearch answers " + e.status() + ": " + e.getMessage(), e);
    } catch (RuntimeException e) {
      // What stands between may answer in Elasticsearch's place.
      throw new StoreUnavailableException("Elasticsearch's answer is not readable: " + e, e);
    }
  }

  /** Malformed, or too large; else it is the server or the access to it that is at fault. */
  private static boolean isOfRequest(int status) {
    return status == 400 || status == 413;
  }
}
