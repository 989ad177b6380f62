package dev.portolan.ingestion.lease.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.reconciliation.postgres.Refs;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * That sources with a lease say what they said before. Of what is said in other words the
 * observation tells already, and of all that a full sync named one moment for the whole source.
 */
@Component
public class Confirmations {
  private final JdbcClient jdbc;
  private final InstantSource clock;

  Confirmations(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The source names these entities; does nothing for one without a lease. */
  public void confirm(String source, Collection<EntityRef> refs) {
    if (!refs.isEmpty()) {
      confirm(source, "unnest(:refs) as named (ref)", "refs", Refs.array(refs));
    }
  }

  /** The source named what this sync did. */
  public void confirmNamed(String source, long sync) {
    confirm(source, "(select ref from sync_named where sync = :sync) as named", "sync", sync);
  }

  /** A person stands in for what this sync was going to retract. */
  public void confirmHeld(String source, long sync) {
    confirm(source, "(select ref from sync_retraction where sync = :sync) as named", "sync", sync);
  }

  /** The source named all that it says. */
  public void confirmAll(String source) {
    jdbc.sql("update source set confirmed_at = :now where name = :source and lease is not null")
        .param("source", source)
        .param("now", now())
        .update();
  }

  /** In the order of references, so that two never wait for each other. */
  private void confirm(String source, String named, String name, Object value) {
    jdbc.sql(
            """
            insert into confirmation (source, ref, confirmed_at)
            select distinct o.source, o.ref, :now::timestamptz
            from source s
            cross join %s
            join observation o on o.source = s.name and o.ref = named.ref
            left join confirmation c on c.source = s.name and c.ref = named.ref
            where s.name = :source and s.lease is not null
              and greatest(o.observed_at, c.confirmed_at, s.confirmed_at)
                  < :now::timestamptz - s.lease::interval / 10
            order by o.ref
            on conflict (source, ref) do update
            set confirmed_at = greatest(confirmation.confirmed_at, excluded.confirmed_at)
            """
                .formatted(named))
        .param("source", source)
        .param("now", now())
        .param(name, value)
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
