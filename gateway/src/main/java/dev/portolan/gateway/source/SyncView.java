package dev.portolan.gateway.source;

import dev.portolan.events.EntityRef;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a source.
 *
 * @param sync its number
 * @param filesRead how many files its adapter read; null when none did
 * @param filesUnchanged how many files it took as they were read before; likewise
 * @param problems null in a list of syncs
 * @param notes null in a list of syncs
 * @param wouldRetract what waits for approval; null unless it is held, and in a list of syncs
 */
public record SyncView(
    String sync,
    String source,
    String mode,
    String origin,
    String status,
    OffsetDateTime startedAt,
    @Nullable OffsetDateTime endedAt,
    int accepted,
    int unchanged,
    int rejected,
    int retracted,
    @Nullable Integer filesRead,
    @Nullable Integer filesUnchanged,
    @Nullable List<SyncProblem> problems,
    @Nullable List<String> notes,
    @Nullable WouldRetract wouldRetract) {

  /** What a held sync would retract, the first thousand. */
  public record WouldRetract(int total, List<EntityRef> refs) {}

  /** A rule that a document broke. */
  public record SyncProblem(
      int document,
      int line,
      @Nullable String field,
      String rule,
      String message,
      @Nullable EntityRef ref,
      @Nullable String path) {}

  public String id() {
    return sync;
  }

  /** In seconds; null while it runs or is held. */
  public @Nullable Double seconds() {
    return endedAt == null ? null : Duration.between(startedAt, endedAt).toMillis() / 1000.0;
  }

  /** Whether the problems, the notes and what it would retract are known here. */
  public boolean isWhole() {
    return problems != null;
  }
}
