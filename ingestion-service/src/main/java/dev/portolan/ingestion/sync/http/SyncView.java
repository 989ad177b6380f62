package dev.portolan.ingestion.sync.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.sync.ReportedProblem;
import dev.portolan.ingestion.sync.Sync;
import dev.portolan.ingestion.sync.SyncStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A sync as it is shown.
 *
 * @param sync its id
 * @param filesRead how many files its adapter read; absent when none did
 * @param filesUnchanged how many files it took as they were read before; likewise
 * @param problems the first thousand; absent from a list of syncs
 * @param notes what the owner may want to know; absent from a list of syncs
 * @param wouldRetract what waits for approval; absent unless the sync is held
 */
record SyncView(
    String sync,
    String source,
    String mode,
    String origin,
    String status,
    Instant startedAt,
    @Nullable Instant endedAt,
    long accepted,
    long unchanged,
    long rejected,
    long retracted,
    boolean held,
    @JsonInclude(Include.NON_NULL) @Nullable Long filesRead,
    @JsonInclude(Include.NON_NULL) @Nullable Long filesUnchanged,
    @JsonInclude(Include.NON_NULL) @Nullable List<ReportedProblem> problems,
    @JsonInclude(Include.NON_NULL) @Nullable List<String> notes,
    @JsonInclude(Include.NON_NULL) @Nullable WouldRetract wouldRetract) {

  /**
   * What a held sync would retract.
   *
   * @param total how many entities
   * @param refs the first thousand
   */
  record WouldRetract(long total, List<EntityRef> refs) {}

  static SyncView brief(Sync sync) {
    return view(sync, null, null, null);
  }

  static SyncView whole(Sync sync) {
    return view(sync, sync.problems(), sync.notes(), null);
  }

  static SyncView held(Sync sync, long total, List<EntityRef> refs) {
    return view(sync, sync.problems(), sync.notes(), new WouldRetract(total, refs));
  }

  private static SyncView view(
      Sync sync,
      @Nullable List<ReportedProblem> problems,
      @Nullable List<String> notes,
      @Nullable WouldRetract wouldRetract) {
    boolean byAdapter = sync.origin() == Sync.Origin.ADAPTER;
    return new SyncView(
        Long.toString(sync.id()),
        sync.source(),
        sync.mode().name().toLowerCase(Locale.ROOT),
        sync.origin().name().toLowerCase(Locale.ROOT),
        sync.status().name(),
        sync.startedAt(),
        sync.endedAt(),
        sync.accepted(),
        sync.unchanged(),
        sync.rejected(),
        sync.retracted(),
        sync.status() == SyncStatus.HELD,
        byAdapter ? sync.filesRead() : null,
        byAdapter ? sync.filesUnchanged() : null,
        problems,
        notes,
        wouldRetract);
  }
}
