package dev.portolan.catalog.entity.neo4j;

import dev.portolan.catalog.entity.CatalogEntity;
import dev.portolan.catalog.entity.EntityCounts;
import dev.portolan.catalog.entity.EntityCounts.KindCount;
import dev.portolan.catalog.entity.EntityDocument;
import dev.portolan.catalog.entity.EntityFilter;
import dev.portolan.catalog.entity.EntityOrder;
import dev.portolan.catalog.entity.EntityPage;
import dev.portolan.catalog.neo4j.Reads;
import dev.portolan.catalog.paging.Cursor;
import dev.portolan.events.EntityRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers questions about entities. */
@Component
public final class Neo4jEntities {
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String COLUMNS =
      "n.ref AS ref, n.version AS version, n.owner AS owner, n.json AS json";

  private static final String BY_REFS =
      "UNWIND $refs AS ref MATCH (n:Entity {ref: ref}) RETURN " + COLUMNS;

  /** Counted in the index alone; the kind as it is written is looked up once for each. */
  private static final String KINDS =
      """
      MATCH (n:Entity) WHERE n.kindKey > '' AND n.ref > ''
      WITH n.kindKey AS kindKey, count(*) AS count
      CALL (kindKey) {
        MATCH (n:Entity) WHERE n.kindKey = kindKey AND n.ref > '' RETURN n.kind AS kind LIMIT 1
      }
      RETURN kind, count ORDER BY count DESC, kind
      """;

  /** So many characters of documents, and the one that goes beyond, end a page. */
  private static final long LARGEST_PAGE = 4_000_000;

  /** The rows of a page, and whether there are more behind them. */
  private record Rows(List<Record> rows, boolean more) {}

  private final Reads reads;

  Neo4jEntities(Reads reads) {
    this.reads = reads;
  }

  public Optional<CatalogEntity> entity(EntityRef ref) {
    return entities(List.of(ref)).stream().findFirst();
  }

  /** Those of the entities that exist. */
  public List<CatalogEntity> entities(Collection<EntityRef> refs) {
    List<String> texts = refs.stream().map(EntityRef::toString).distinct().toList();
    return rows(BY_REFS, Map.of("refs", texts)).stream().map(Neo4jEntities::entity).toList();
  }

  /**
   * A page of a list. Where the documents are large it is shorter than asked for.
   *
   * @param after a cursor of this list in this order; null for the first page
   */
  public EntityPage page(
      EntityFilter filter, EntityOrder order, int first, @Nullable String after) {
    Selection selection = Selection.of(filter);
    Ordering ordering = new Ordering(order);
    Cursor cursor = after == null ? null : Cursor.decode(after, ordering.name(), ordering.keys());
    Map<String, Object> parameters = new HashMap<>(selection.parameters());
    parameters.putAll(ordering.parameters(cursor));
    parameters.put("limit", first + 1);
    Rows page =
        page(
            first,
            "MATCH (n:Entity) %s RETURN %s, %s AS sortKey %s LIMIT $limit"
                .formatted(
                    selection.where(ordering.after(cursor)),
                    COLUMNS,
                    ordering.sortKey(),
                    ordering.orderBy(selection.constant())),
            parameters);
    return new EntityPage(
        total(selection),
        page.rows().stream().map(Neo4jEntities::entity).toList(),
        page.rows().isEmpty() ? null : behind(page.rows().getLast(), ordering),
        page.more());
  }

  /** How many entities there are, in all and of each kind, the most frequent kind first. */
  public EntityCounts counts() {
    List<KindCount> kinds =
        rows(KINDS, Map.of()).stream()
            .map(row -> new KindCount(row.get("kind").asString(), row.get("count").asLong()))
            .toList();
    return new EntityCounts(kinds.stream().mapToLong(KindCount::count).sum(), kinds);
  }

  private long total(Selection selection) {
    // Without a condition the answer comes from Neo4j's count store.
    String where = selection.isAll() ? "" : selection.where(List.of());
    String cypher = "MATCH (n:Entity) %s RETURN count(n)".formatted(where);
    return rows(cypher, selection.parameters()).getFirst().get(0).asLong();
  }

  private Rows page(int first, String cypher, Map<String, Object> parameters) {
    return reads.askInSmallPortions(
        cypher,
        parameters,
        result -> {
          List<Record> rows = new ArrayList<>();
          long size = 0;
          while (rows.size() < first && size < LARGEST_PAGE && result.hasNext()) {
            Record row = result.next();
            size += row.get("json").asString().length();
            rows.add(row);
          }
          return new Rows(rows, result.hasNext());
        });
  }

  private List<Record> rows(String cypher, Map<String, Object> parameters) {
    return reads.ask(cypher, parameters, Result::list);
  }

  private static String behind(Record row, Ordering ordering) {
    return ordering.behind(row.get("ref").asString(), text(row.get("sortKey"))).encoded();
  }

  private static CatalogEntity entity(Record row) {
    return CatalogEntity.of(
        row.get("ref").asString(),
        row.get("version").asLong(),
        text(row.get("owner")),
        JSON.readValue(row.get("json").asString(), EntityDocument.class));
  }

  private static @Nullable String text(Value value) {
    return value.isNull() ? null : value.asString();
  }
}
