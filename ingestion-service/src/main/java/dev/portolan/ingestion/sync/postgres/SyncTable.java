package dev.portolan.ingestion.sync.postgres;

import dev.portolan.ingestion.sync.Report;
import dev.portolan.ingestion.sync.ReportedProblem;
import dev.portolan.ingestion.sync.Sync;
import dev.portolan.ingestion.sync.Sync.Mode;
import dev.portolan.ingestion.sync.Sync.Origin;
import dev.portolan.ingestion.sync.SyncStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The syncs that ran or are running. */
@Component
class SyncTable {
  private final JdbcClient jdbc;
  private final JsonMapper mapper;

  SyncTable(JdbcClient jdbc, JsonMapper mapper) {
    this.jdbc = jdbc;
    this.mapper = mapper;
  }

  /**
   * Begins a sync, in a transaction. A run of an adapter answers whatever told before that the
   * source has something new: both become known at once, so that what is told later is never taken
   * for answered.
   *
   * @param instance that runs it; null when it waits for its parts
   * @throws org.springframework.dao.DuplicateKeyException when an adapter's run of that source is
   *     under way
   */
  long begin(
      String source, Mode mode, Origin origin, @Nullable Integer instance, InstantSource clock) {
    long sync = insert(source, mode, origin, instance, clock.instant());
    if (mode == Mode.FULL) {
      count(sync, clock.instant());
    }
    return sync;
  }

  private long insert(
      String source, Mode mode, Origin origin, @Nullable Integer instance, Instant at) {
    return jdbc.sql(
            """
            with begun as (
              insert into sync (source, mode, origin, status, instance, started_at)
              values (:source, :mode, :origin, 'RUNNING', :instance, :at)
              returning id
            ), answered as (
              update source set wanted_sync = begun.id from begun
              where name = :source and :origin = 'adapter' and wanted_at is not null
            )
            select id from begun
            """)
        .param("source", source)
        .param("mode", lower(mode))
        .param("origin", lower(origin))
        .param("instance", instance)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /** Until the row was written another sync may have been at its end: it starts with this. */
  private void count(long sync, Instant at) {
    jdbc.sql(
            """
            update sync set started_at = ?,
              had = (select count(*) from observation where observation.source = sync.source)
            where id = ?
            """)
        .params(at.atOffset(ZoneOffset.UTC), sync)
        .update();
  }

  /** Keeps a delta that is at its end already. */
  long delta(String source, SyncStatus status, Report report, Instant startedAt, Instant endedAt) {
    return jdbc.sql(
            """
            insert into sync (source, mode, origin, status, started_at, ended_at, accepted,
              unchanged, rejected, nameless, problems, notes)
            values (?, 'delta', 'push', ?, ?, ?, ?, ?, ?, ?, ?::json, ?::json)
            returning id
            """)
        .params(
            source,
            status.name(),
            startedAt.atOffset(ZoneOffset.UTC),
            endedAt.atOffset(ZoneOffset.UTC),
            report.accepted(),
            report.unchanged(),
            report.rejected(),
            report.nameless(),
            mapper.writeValueAsString(report.problems()),
            mapper.writeValueAsString(report.notes()))
        .query(Long.class)
        .single();
  }

  /** Adds what more documents came to, and answers with whose they are. */
  String add(long sync, Report report) {
    Sync known = lock(sync).orElseThrow();
    jdbc.sql(
            """
            update sync set accepted = accepted + :accepted, unchanged = unchanged + :unchanged,
              rejected = rejected + :rejected, nameless = nameless + :nameless,
              files_read = files_read + :filesRead,
              files_unchanged = files_unchanged + :filesUnchanged,
              problems = :problems::json, notes = :notes::json
            where id = :sync
            """)
        .param("accepted", report.accepted())
        .param("unchanged", report.unchanged())
        .param("rejected", report.rejected())
        .param("nameless", report.nameless())
        .param("filesRead", report.filesRead())
        .param("filesUnchanged", report.filesUnchanged())
        .param("problems", mapper.writeValueAsString(joined(known.problems(), report.problems())))
        .param("notes", mapper.writeValueAsString(joined(known.notes(), report.notes())))
        .param("sync", sync)
        .update();
    return known.source();
  }

  /** A sentence more for the owner of the source. */
  void note(long sync, String note) {
    add(sync, new Report(0, 0, 0, 0, 0, List.of(), 0, 0, List.of(), List.of(), List.of(note)));
  }

  /** Counts parts that begin and end. */
  void partsUnderWay(long sync, int more) {
    jdbc.sql(
            "update sync set parts_under_way = parts_under_way + ?, touched_at = now() where id = ?")
        .params(more, sync)
        .update();
  }

  /** Counts entities that the source speaks of no more. */
  void retracted(long sync, int more) {
    jdbc.sql("update sync set retracted = retracted + ? where id = ?").params(more, sync).update();
  }

  /** How many entities went since then by what was heard of the source. */
  long retractedAsHeard(String source, Instant since) {
    return jdbc.sql(
            """
            select coalesce(sum(retracted), 0) from sync
            where source = ? and origin = 'stream' and retracted > 0 and started_at >= ?
            """)
        .params(source, since.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /** How many entities a source speaks of. */
  long spokenOf(String source) {
    return jdbc.sql("select count(*) from observation where source = ?")
        .param(source)
        .query(Long.class)
        .single();
  }

  /**
   * Ends a sync as the one before, which took the same: nothing that it said is new any more. Does
   * nothing when somebody else ended it before.
   */
  void repeat(long before, long sync, Instant at) {
    jdbc.sql(
            """
            update sync set status = 'DONE', ended_at = ?,
              unchanged = before.accepted + before.unchanged, rejected = before.rejected,
              nameless = before.nameless, problems = before.problems, notes = before.notes,
              files_unchanged = before.files_read + before.files_unchanged
            from sync before
            where before.id = ? and sync.id = ? and sync.status = 'RUNNING'
            """)
        .params(at.atOffset(ZoneOffset.UTC), before, sync)
        .update();
  }

  /** Moves a sync on, unless somebody else did so before; true when it was moved. */
  boolean move(long sync, SyncStatus from, SyncStatus to) {
    return jdbc.sql("update sync set status = ?, instance = null where id = ? and status = ?")
            .params(to.name(), sync, from.name())
            .update()
        == 1;
  }

  /** Ends a sync, unless somebody else did so before; true when it was ended. */
  boolean end(long sync, SyncStatus from, SyncStatus to, Instant at) {
    return jdbc.sql("update sync set status = ?, ended_at = ? where id = ? and status = ?")
            .params(to.name(), at.atOffset(ZoneOffset.UTC), sync, from.name())
            .update()
        == 1;
  }

  /** Ends a running sync that named only what is new. */
  void endAsDelta(long sync, Instant at) {
    jdbc.sql(
            """
            update sync set mode = 'delta', status = 'DONE', ended_at = ?
            where id = ? and status = 'RUNNING'
            """)
        .params(at.atOffset(ZoneOffset.UTC), sync)
        .update();
  }

  /** The sync, held against other writers until this transaction ends. */
  Optional<Sync> lock(long sync) {
    return jdbc.sql("select * from sync where id = ? for update")
        .param(sync)
        .query((row, _) -> sync(row))
        .optional();
  }

  /** The sync of that number, if it is one of that source. */
  Optional<Sync> find(String source, long sync) {
    return jdbc.sql("select * from sync where id = ? and source = ?")
        .params(sync, source)
        .query((row, _) -> sync(row))
        .optional();
  }

  /** The newest syncs of a source. */
  List<Sync> newest(String source, int first) {
    return jdbc.sql("select * from sync where source = ? order by id desc limit ?")
        .params(source, first)
        .query((row, _) -> sync(row))
        .list();
  }

  /** The full syncs of a source that are not at their end. */
  List<Long> unfinished(String source) {
    return jdbc.sql(
            """
            select id from sync
            where source = ? and status in ('RUNNING', 'HELD') and mode = 'full' order by id
            """)
        .param(source)
        .query((row, _) -> row.getLong("id"))
        .list();
  }

  /**
   * Ends the syncs whose instance is gone or has let go of them, and those whose next part has not
   * come for so long that it never will; answers with their numbers.
   *
   * @param own the number of this instance
   * @param underWay what this instance has not let go of
   */
  List<Long> endAbandoned(Instant now, Instant silentSince, int own, Collection<Long> underWay) {
    return jdbc.sql(
            """
            with running as materialized (
              select id, instance, touched_at from sync
              where status = 'RUNNING' and id <> all(:underWay)
            )
            update sync set status = 'FAILED', ended_at = :now, instance = null,
              notes = json_build_array('It was interrupted. What it had taken stays; nothing was retracted for what it did not name. Run it again.')
            from running
            where sync.id = running.id and sync.status = 'RUNNING'
              and case when running.instance is null then running.touched_at < :silentSince
                       when running.instance = :own then true
                       else pg_try_advisory_xact_lock(:lock, running.instance) end
            returning sync.id
            """)
        .param("underWay", new SqlArrayValue("int8", underWay.toArray()))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("silentSince", silentSince.atOffset(ZoneOffset.UTC))
        .param("own", own)
        .param("lock", Instance.LOCK)
        .query((row, _) -> row.getLong("id"))
        .list();
  }

  private Sync sync(ResultSet row) throws SQLException {
    Timestamp ended = row.getTimestamp("ended_at");
    return new Sync(
        row.getLong("id"),
        row.getString("source"),
        Mode.valueOf(row.getString("mode").toUpperCase(Locale.ROOT)),
        Origin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)),
        SyncStatus.valueOf(row.getString("status")),
        row.getTimestamp("started_at").toInstant(),
        ended == null ? null : ended.toInstant(),
        row.getLong("had"),
        row.getLong("accepted"),
        row.getLong("unchanged"),
        row.getLong("rejected"),
        row.getLong("nameless"),
        row.getLong("files_read"),
        row.getLong("files_unchanged"),
        row.getInt("parts_under_way"),
        row.getLong("retracted"),
        mapper.readValue(row.getString("problems"), new TypeReference<List<ReportedProblem>>() {}),
        mapper.readValue(row.getString("notes"), new TypeReference<List<String>>() {}));
  }

  private static <T> List<T> joined(List<T> known, List<T> more) {
    return Stream.concat(known.stream(), more.stream()).distinct().limit(Report.LISTED).toList();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
