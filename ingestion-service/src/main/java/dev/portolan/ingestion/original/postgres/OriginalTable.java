package dev.portolan.ingestion.original.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.original.Original;
import dev.portolan.ingestion.original.SourceText;
import dev.portolan.ingestion.reconciliation.postgres.Refs;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The text of each observation that has one; it goes when the observation does. */
@Component
public class OriginalTable {
  private final JdbcClient jdbc;

  OriginalTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those that are not kept in these very words yet. */
  public List<Original> fresh(String source, Collection<Original> originals) {
    if (originals.isEmpty()) {
      return List.of();
    }
    Map<String, String> kept = new HashMap<>();
    jdbc.sql("select ref, hash from original where source = ? and ref = any(?)")
        .params(source, Refs.array(refs(originals)))
        .query(
            row -> {
              kept.put(row.getString("ref"), row.getString("hash"));
            });
    return originals.stream()
        .filter(each -> !each.hash().equals(kept.get(each.ref().toString())))
        .toList();
  }

  /**
   * Keeps the texts, in place of those before, of what the source says. To be called by whoever
   * alone writes these entities.
   */
  public void keep(String source, Collection<Original> originals) {
    jdbc.sql(
            """
            insert into original (ref, source, path, line, text, hash)
            select o.ref, o.source, new.path, new.line, new.text, new.hash
            from unnest(?, ?, ?::int[], ?, ?) as new (ref, path, line, text, hash)
            join observation o on o.ref = new.ref and o.source = ?
            on conflict (ref, source) do update
            set path = excluded.path, line = excluded.line, text = excluded.text, hash = excluded.hash
            """)
        .params(
            Refs.array(refs(originals)),
            texts(originals.stream().map(Original::path)),
            new SqlArrayValue("int", originals.stream().map(Original::line).toArray()),
            texts(originals.stream().map(Original::text)),
            texts(originals.stream().map(Original::hash)),
            source)
        .update();
  }

  /** There is none any more of what the source says of these entities. */
  public void forget(String source, Collection<EntityRef> refs) {
    if (refs.isEmpty()) {
      return;
    }
    jdbc.sql("delete from original where source = ? and ref = any(?)")
        .params(source, Refs.array(refs))
        .update();
  }

  /** What every source that speaks of the entity wrote, in the order of their names. */
  public List<SourceText> of(EntityRef ref) {
    return jdbc.sql(
            """
            select source, path, line, text from original where ref = ? order by source collate "C"
            """)
        .param(ref.toString())
        .query(
            (row, _) ->
                new SourceText(
                    row.getString("source"),
                    row.getString("path"),
                    row.getInt("line"),
                    row.getString("text")))
        .list();
  }

  private static List<EntityRef> refs(Collection<Original> originals) {
    return originals.stream().map(Original::ref).toList();
  }

  private static SqlArrayValue texts(Stream<@Nullable String> texts) {
    return new SqlArrayValue("text", texts.toArray());
  }
}
