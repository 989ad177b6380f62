package dev.portolan.ingestion.lease.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.reconciliation.postgres.Refs;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What sources have not confirmed within their leases. */
@Component
public class Silence {
  private static final int CHUNK = 500;

  /** What is known of an observation, of whom, and when it was last heard. */
  private static final String OBSERVED =
      """
      from observation o
      join source s on s.name = o.source
      left join confirmation c on c.source = o.source and c.ref = o.ref
      where o.source = :source and %s
      """;

  private static final String UNHEARD =
      """
      o.stale_since is null
      and greatest(o.observed_at, c.confirmed_at, s.confirmed_at)
          < :now::timestamptz - s.lease::interval
      """;

  private static final String HEARD =
      """
      o.stale_since is not null
      and (s.lease is null
           or greatest(o.observed_at, c.confirmed_at, s.confirmed_at)
              >= :now::timestamptz - s.lease::interval)
      """;

  private final JdbcClient jdbc;

  Silence(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The sources at which it is time to look, for this instance alone: a twentieth of the lease
   * after the last time, at most ten minutes. When nobody looked for a quarter of the lease nobody
   * listened either, or the lease is new: the source begins with a whole one then.
   */
  public List<String> due(Instant now) {
    return jdbc.sql(
            """
            with due as (
              select name, lease_checked_at as before from source
              where lease is not null
                and (lease_checked_at is null
                     or lease_checked_at
                        <= :now::timestamptz - least(lease::interval / 20, interval '10 minutes'))
              for update skip locked
            )
            update source s set lease_checked_at = :now,
              confirmed_at = case
                when due.before > :now::timestamptz - s.lease::interval / 4 then s.confirmed_at
                else :now end
            from due where s.name = due.name
            returning s.name
            """)
        .param("now", at(now))
        .query((row, _) -> row.getString("name"))
        .list();
  }

  /** The sources that lost their lease while something of theirs was stale. */
  public List<String> released() {
    return jdbc.sql(
            """
            select name from source
            where lease is null
              and exists (select from observation o where o.source = name and stale_since is not null)
            """)
        .query((row, _) -> row.getString("name"))
        .list();
  }

  /** Some entities of which the source was silent for longer than its lease. */
  public List<EntityRef> unheard(String source, Instant now) {
    return refs(source, UNHEARD, now);
  }

  /** Some stale entities of which the source was heard again. */
  public List<EntityRef> heard(String source, Instant now) {
    return refs(source, HEARD, now);
  }

  /** Marks these as stale, unless they were heard meanwhile; whoever writes them is locked out. */
  public void mark(String source, Collection<EntityRef> refs, Instant now) {
    set(":now", source, refs, UNHEARD, now);
  }

  /** Takes the mark off these, unless that is untrue by now; whoever writes them is locked out. */
  public void unmark(String source, Collection<EntityRef> refs, Instant now) {
    set("null", source, refs, HEARD, now);
  }

  /** Forgets confirmations that tell nothing any more. */
  public void forgetOld(String source, Instant now) {
    jdbc.sql(
            """
            delete from confirmation c using source s
            where c.source = s.name and s.name = :source
              and (s.lease is null
                   or c.confirmed_at
                      < greatest(s.confirmed_at, :now::timestamptz - s.lease::interval))
            """)
        .param("source", source)
        .param("now", at(now))
        .update();
  }

  private List<EntityRef> refs(String source, String condition, Instant now) {
    return jdbc.sql("select o.ref " + OBSERVED.formatted(condition) + " order by o.ref limit :most")
        .param("source", source)
        .param("now", at(now))
        .param("most", CHUNK)
        .query((row, _) -> EntityRef.parse(row.getString("ref")))
        .list();
  }

  private void set(
      String since, String source, Collection<EntityRef> refs, String condition, Instant now) {
    jdbc.sql(
            "update observation set stale_since = "
                + since
                + " where source = :source and ref in (select o.ref "
                + OBSERVED.formatted(condition)
                + " and o.ref = any(:refs))")
        .param("source", source)
        .param("refs", Refs.array(refs))
        .param("now", at(now))
        .update();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
