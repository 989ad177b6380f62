package dev.portolan.ingestion.adapter;

import java.util.Map;
import java.util.Optional;

/** Reads what a source says now. */
public interface SourceAdapter {

  /** The name under which a source's configuration asks for this adapter, such as {@code git}. */
  String name();

  /**
   * Checks a source's configuration before it is kept.
   *
   * @throws InvalidConfigurationException with the key and the way out
   */
  void check(Map<String, Object> configuration);

  /**
   * Reads all documents of the source, bounded in size and number, but those of files that were
   * read before and have not changed since.
   *
   * <p>Never throws for what the source holds or for a source that cannot be reached: that is said
   * in the answer, and an answer that is not complete retracts nothing.
   *
   * @param source its name, by which an adapter knows what it read of it before
   * @throws InvalidConfigurationException when the configuration does not pass {@link #check}
   */
  SourceReading read(String source, Map<String, Object> configuration, Reception reception);

  /**
   * Why what another system says has happened is nothing new to a source; empty when it is, or may
   * be.
   */
  default Optional<String> passesOver(Map<String, Object> configuration, News news) {
    return Optional.empty();
  }

  /**
   * All that a reading brought is in the catalog now, without a problem: the next one may ask for
   * what is new since.
   */
  default void taken(String source, Map<String, Object> configuration, SourceReading reading) {}
}
