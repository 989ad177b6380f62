package dev.portolan.ingestion.sync.http;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.http.ApiException;
import dev.portolan.ingestion.reconciliation.Outcome;
import dev.portolan.ingestion.source.Source;
import dev.portolan.ingestion.source.postgres.SourceTable;
import dev.portolan.ingestion.sync.Report;
import dev.portolan.ingestion.sync.ReportedEntity;
import dev.portolan.ingestion.sync.Sync;
import dev.portolan.ingestion.sync.Sync.Mode;
import dev.portolan.ingestion.sync.Sync.Origin;
import dev.portolan.ingestion.sync.SyncRun;
import dev.portolan.ingestion.sync.SyncStatus;
import dev.portolan.ingestion.sync.postgres.Syncs;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A source says what exists. */
@RestController
@RequestMapping("/api/sources/{source}/entities")
class PushController {
  private final Push push;
  private final Syncs syncs;
  private final SourceTable sources;
  private final SyncLookup lookup;
  private final InstantSource clock;

  PushController(
      Push push, Syncs syncs, SourceTable sources, SyncLookup lookup, InstantSource clock) {
    this.push = push;
    this.syncs = syncs;
    this.sources = sources;
    this.lookup = lookup;
    this.clock = clock;
  }

  /** What became of one entity. */
  record Retracted(EntityRef ref, long version, String change) {}

  @PostMapping
  PushAnswer push(
      @PathVariable String source,
      @RequestParam(defaultValue = "delta") String mode,
      @RequestParam(required = false) @Nullable String sync,
      HttpServletRequest request)
      throws IOException {
    Source known = sources.pushing(Source.checkName(source));
    if (sync != null) {
      return part(lookup.open(known.name(), sync), request);
    }
    return switch (mode(mode)) {
      case DELTA -> delta(known.name(), request);
      case FULL -> full(known.name(), request);
    };
  }

  /** The mode of that name. */
  static Mode mode(String name) {
    return switch (name) {
      case "delta" -> Mode.DELTA;
      case "full" -> Mode.FULL;
      default ->
          throw ApiException.badRequest(
              "Unknown mode", "The mode is '" + name + "'; it must be delta or full.");
    };
  }

  @DeleteMapping("/{*ref}")
  Retracted retract(@PathVariable String source, @PathVariable String ref) {
    EntityRef entity = EntityRef.parse(ref.substring(1));
    lookup.source(source);
    Outcome outcome = syncs.retract(source, entity);
    if (outcome.version() == 0) {
      throw ApiException.notFound("There is no entity " + entity + ", and there never was.");
    }
    return new Retracted(
        entity,
        outcome.version(),
        outcome.change() == null ? ReportedEntity.UNCHANGED : outcome.change().name());
  }

  private PushAnswer delta(String source, HttpServletRequest request) throws IOException {
    Instant startedAt = clock.instant();
    SyncRun run = syncs.run(source, null);
    ApiException broken = read(request, run);
    Report report = run.report();
    SyncStatus status = broken == null ? SyncStatus.DONE : SyncStatus.FAILED;
    long sync = syncs.delta(source, status, report, startedAt);
    refuse(broken, report, sync);
    return PushAnswer.of(source, Mode.DELTA, sync, report);
  }

  private PushAnswer full(String source, HttpServletRequest request) throws IOException {
    long sync = syncs.begin(source, Origin.PUSH);
    try {
      return full(source, sync, request);
    } finally {
      syncs.letGo(sync);
    }
  }

  private PushAnswer full(String source, long sync, HttpServletRequest request) throws IOException {
    SyncRun run = syncs.run(source, sync);
    ApiException broken;
    try {
      broken = read(request, run);
    } catch (RuntimeException e) {
      syncs.fail(
          sync, run.report(), "It was broken off by a fault of the service; its log says why.");
      throw e;
    }
    Report report = run.report();
    if (broken != null) {
      syncs.fail(sync, report, "The body broke off, so nothing was retracted.");
      refuse(broken, report, sync);
    }
    syncs.add(sync, report);
    Sync ended = syncs.complete(source, sync);
    if (ended.status() == SyncStatus.FAILED) {
      throw interrupted(report, sync);
    }
    refuse(null, report, sync);
    return PushAnswer.of(ended, report);
  }

  /** The database gave this process up for dead while it read. */
  private static ApiException interrupted(Report report, long sync) {
    return ApiException.unavailable(
            "The sync was interrupted",
            "What the documents say was taken, and nothing was retracted for what they do not name."
                + " Push them again.")
        .with(Push.members(report))
        .with(Map.of("sync", Long.toString(sync)));
  }

  private PushAnswer part(Sync sync, HttpServletRequest request) throws IOException {
    syncs.beginPart(sync.id());
    SyncRun run = syncs.runPart(sync);
    ApiException broken = read(request, run);
    Report report = run.report();
    if (broken == null) {
      syncs.endPart(sync.id(), report);
    } else {
      syncs.add(sync.id(), report);
    }
    refuse(broken, report, sync.id());
    return PushAnswer.of(sync.source(), sync.mode(), sync.id(), report);
  }

  private @Nullable ApiException read(HttpServletRequest request, SyncRun run) throws IOException {
    return push.read(request, run, "what was taken stands");
  }

  /** Answers with an error when the body broke off, or when nothing in it could be taken. */
  private static void refuse(@Nullable ApiException broken, Report report, long sync) {
    Map<String, String> members = Map.of("sync", Long.toString(sync));
    if (broken != null) {
      throw broken.with(members);
    }
    if (report.rejected() > 0 && report.documents() == report.rejected()) {
      throw ApiException.unprocessable(
              "No document could be taken",
              report.rejected()
                  + " of "
                  + report.documents()
                  + " documents broke a rule; see problems for the document, the line, the field"
                  + " and the rule.")
          .with(Push.members(report))
          .with(members);
    }
  }
}
