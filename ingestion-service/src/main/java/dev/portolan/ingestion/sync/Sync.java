package dev.portolan.ingestion.sync;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a source.
 *
 * @param id its number
 * @param source whose
 * @param mode whether it names all that the source has
 * @param origin how the documents came
 * @param status how far it has come
 * @param startedAt when it began
 * @param endedAt when it ended; null while it runs or is held
 * @param had how many entities the source spoke of when a full sync began
 * @param accepted how many documents brought something new
 * @param unchanged how many brought nothing new
 * @param rejected how many broke a rule
 * @param nameless how many of these could not be told by their reference
 * @param filesRead how many files its adapter read
 * @param filesUnchanged how many files it took as they were read before
 * @param partsUnderWay how many parts began and were not read whole
 * @param retracted how many entities the source speaks of no more since this sync
 * @param problems the first problems
 * @param notes what the owner of the source may want to know
 */
public record Sync(
    long id,
    String source,
    Mode mode,
    Origin origin,
    SyncStatus status,
    Instant startedAt,
    @Nullable Instant endedAt,
    long had,
    long accepted,
    long unchanged,
    long rejected,
    long nameless,
    long filesRead,
    long filesUnchanged,
    int partsUnderWay,
    long retracted,
    List<ReportedProblem> problems,
    List<String> notes) {

  /** What it came to, in words. */
  public String counts() {
    return "%d accepted, %d unchanged, %d rejected, %d retracted"
        .formatted(accepted, unchanged, rejected, retracted);
  }

  /** Whether a sync names all that its source has. */
  public enum Mode {
    /** It names what changed. */
    DELTA,
    /** It names everything: what it does not name is gone. */
    FULL
  }

  /** How the documents of a sync come. */
  public enum Origin {
    /** In one request. */
    PUSH,
    /** In several requests. */
    PARTS,
    /** By an adapter that reads the source. */
    ADAPTER,
    /** By an adapter that hears what changes in the source. */
    STREAM,
    /** Not at all: it retracts what its source has not said again for longer than it was to. */
    LEASE
  }
}
