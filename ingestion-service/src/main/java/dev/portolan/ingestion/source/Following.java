package dev.portolan.ingestion.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the changes of a source are heard.
 *
 * @param state whether they are
 * @param since when that began
 * @param problem why they are not; null while they are, or are about to be
 */
public record Following(State state, Instant since, @Nullable String problem) {

  /** Whether changes are heard. */
  public enum State {
    /** The source is read whole first. */
    STARTING,
    /** They are heard. */
    FOLLOWING,
    /** They cannot be heard now; it is tried again. */
    FAILING
  }
}
