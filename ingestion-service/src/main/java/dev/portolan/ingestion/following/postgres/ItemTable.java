package dev.portolan.ingestion.following.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.reconciliation.postgres.Refs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Which entities each item of a followed source describes, so that its end is theirs. */
@Component
public class ItemTable {
  private final JdbcClient jdbc;

  ItemTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** These items describe these entities, and perhaps others that they were known to describe. */
  public void remember(String source, long sync, Map<String, Set<EntityRef>> found) {
    List<String> items = new ArrayList<>();
    List<EntityRef> refs = new ArrayList<>();
    found.forEach(
        (item, each) ->
            each.forEach(
                ref -> {
                  items.add(item);
                  refs.add(ref);
                }));
    jdbc.sql(
            """
            insert into item_entity (source, item, ref, sync)
            select ?, item, ref, ? from unnest(?, ?) as found (item, ref)
            on conflict (source, item, ref) do update set sync = excluded.sync
            """)
        .params(source, sync, texts(items), Refs.array(refs))
        .update();
  }

  /** The entities that these items described before that sync, and that no item describes now. */
  public List<EntityRef> gone(String source, long sync, Collection<String> items) {
    return jdbc.sql(
            """
            select distinct ref from item_entity before
            where source = :source and item = any(:items) and sync < :sync
              and not exists (
                select 1 from item_entity now
                where now.source = :source and now.ref = before.ref
                  and (now.sync >= :sync or now.item <> all(:items)))
            """)
        .param("source", source)
        .param("sync", sync)
        .param("items", texts(items))
        .query((row, _) -> EntityRef.parse(row.getString("ref")))
        .list();
  }

  /** These items describe nothing but what that sync found. */
  public void forgetBefore(String source, long sync, Collection<String> items) {
    jdbc.sql("delete from item_entity where source = ? and item = any(?) and sync < ?")
        .params(source, texts(items), sync)
        .update();
  }

  /** No item describes anything but what that sync found. */
  public void forgetBefore(String source, long sync) {
    jdbc.sql("delete from item_entity where source = ? and sync < ?").params(source, sync).update();
  }

  private static SqlArrayValue texts(Collection<String> texts) {
    return new SqlArrayValue("text", texts.toArray());
  }
}
