package dev.portolan.ingestion.sync.http;

import dev.portolan.ingestion.sync.Report;
import dev.portolan.ingestion.sync.ReportedEntity;
import dev.portolan.ingestion.sync.ReportedPassedOver;
import dev.portolan.ingestion.sync.ReportedProblem;
import dev.portolan.ingestion.sync.Sync;
import dev.portolan.ingestion.sync.SyncStatus;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What became of the documents of a push.
 *
 * @param source who pushed
 * @param mode delta or full
 * @param sync the sync's id
 * @param accepted how many documents brought something new
 * @param unchanged how many brought nothing new
 * @param rejected how many broke a rule
 * @param passedOver how many did not set out to be descriptors
 * @param others the first thousand of these
 * @param retracted how many entities the source speaks of no more
 * @param held whether retracting waits for a person
 * @param entities the first thousand that were taken
 * @param problems the first thousand problems
 * @param notes what the author may want to know
 */
record PushAnswer(
    String source,
    String mode,
    String sync,
    long accepted,
    long unchanged,
    long rejected,
    long passedOver,
    List<ReportedPassedOver> others,
    long retracted,
    boolean held,
    List<ReportedEntity> entities,
    List<ReportedProblem> problems,
    List<String> notes) {

  /** Of a delta, or of a part of a sync that goes on. */
  static PushAnswer of(String source, Sync.Mode mode, long sync, Report report) {
    return new PushAnswer(
        source,
        mode.name().toLowerCase(Locale.ROOT),
        Long.toString(sync),
        report.accepted(),
        report.unchanged(),
        report.rejected(),
        report.passedOver(),
        report.others(),
        0,
        false,
        report.entities(),
        report.problems(),
        report.notes());
  }

  /** Of a full sync that is at its end. */
  static PushAnswer of(Sync ended, Report report) {
    return new PushAnswer(
        ended.source(),
        "full",
        Long.toString(ended.id()),
        report.accepted(),
        report.unchanged(),
        report.rejected(),
        report.passedOver(),
        report.others(),
        ended.retracted(),
        ended.status() == SyncStatus.HELD,
        report.entities(),
        report.problems(),
        Stream.concat(report.notes().stream(), ended.notes().stream()).distinct().toList());
  }
}
